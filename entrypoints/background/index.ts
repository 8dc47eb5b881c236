/** The background: a service worker in Chromium, an event page in Firefox. Listeners are set at once, at top level. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { ToContentScript } from '../../core/messages/schema.ts';
import { SETTINGS_KEY } from '../../core/settings/defaults.ts';
import { isPaused, PAUSE_KEY } from '../../core/settings/site-rules.ts';
import { listenToCommands } from './commands.ts';
import { deriveHidden } from './hidden.ts';
import { keepIconsTrue, showAll } from './icon.ts';
import { createMenus, listenToMenus } from './menus.ts';
import { knownPages, listen } from './messages.ts';
import { listenToNewRuns } from './new-run.ts';
import { listenToOmnibox } from './omnibox.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { catchUp, startInOpenTabs, startInReturnedPage } from './open-tabs.ts';
import { forgetWithPrivateWindows } from './panel.ts';
import { keepPathRules } from './path-rules.ts';
import { forgetTab } from './reports.ts';
import { decideWhereMarksShow } from './storage.ts';
import { listenToSync } from './sync.ts';

export default defineBackground(() => {
  listen();
  listenToMenus();
  listenToOmnibox();
  keepIconsTrue();
  keepPathRules();
  listenToCommands();
  listenToSync();
  forgetWithPrivateWindows();
  listenToNewRuns();
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    // None of these waits for another to go well: with a full disk marks still start in the tabs that are open.
    await Promise.allSettled([
      reason === 'install' && browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }),
      createMenus(),
      deriveHidden().finally(startInOpenTabs),
      showAll(),
    ]);
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local') return;
    if (SETTINGS_KEY in changes) void deriveHidden();
    if (decideWhereMarksShow(Object.keys(changes))) void startInOpenTabs();
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    knownPages.forget(tabId);
    void forgetTab(tabId);
  });
  browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
    // Without an address it is a reload, or in Chromium a frame in the page; each document says itself when it goes.
    if (status !== 'loading' || !url) return;
    knownPages.forget(tabId);
    void forgetAndAskAgain(tabId);
    void startInReturnedPage(tabId).catch(() => undefined);
  });
  void catchUp();
  void endPauseThatIsOver();
});

/** Chromium says the same of a page that moves to another address of its own without a load: it keeps what it mentions. */
const forgetAndAskAgain = oneAtATime(async (tabId: number) => {
  await forgetTab(tabId);
  const message: ToContentScript = { type: 'report-again' };
  await browser.tabs.sendMessage(tabId, message).catch(() => undefined);
});

/** The pages that wait for the end of a pause may all be closed. */
async function endPauseThatIsOver(): Promise<void> {
  const { [PAUSE_KEY]: pause } = await browser.storage.local.get(PAUSE_KEY);
  const { until } = (pause ?? {}) as { until?: unknown };
  if (typeof until === 'number' && !isPaused(pause, Date.now())) await browser.storage.local.remove(PAUSE_KEY);
}
