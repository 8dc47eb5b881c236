/** What a page, and code that speaks as our content script, can make of the extension: nothing. */
import { expect, it } from 'vitest';
import { demoPage } from '../../../scripts/lib/demo-page.ts';
import { waitForMarks } from '../../../scripts/lib/reader.ts';
import { inEachBrowser } from '../support/world.ts';

inEachBrowser('Nobody but us', (world) => {
  const stored = () => world.control.evaluate(() => chrome.storage.local.get(null));

  it('is heard when code in our script’s place sends what only our pages may, or nonsense', async () => {
    const page = await world.show(demoPage());
    await waitForMarks(page);
    const before = await stored();
    const answers = await world.control.evaluate(async (address) => {
      const tabs: { id?: number; url?: string }[] = await chrome.tabs.query({});
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId: tabs.find(({ url }) => url === address)?.id ?? 0 },
        func: async () => {
          const nonsense = Array.from({ length: 300 }, (_, index) => [
            { type: index },
            { type: 'report', version: index, terms: [[index, -1]], paused: 'no' },
            { type: 'entries', version: 'x'.repeat(index * 50), entries: [index], popover: 0 },
            'x'.repeat(index * 100),
            index % 2 ? null : [[[[index]]]],
          ]).flat();
          const ours = [
            { type: 'reset' },
            { type: 'pause', until: 'restart' },
            { type: 'set-rules', rules: { 'victim.example': 'off' } },
            { type: 'switch-site', url: 'https://victim.example/', on: false },
            { type: 'change-settings', changes: { enabled: false } },
            { type: 'tab-report', tabId: 1 },
            { type: 'site-state', url: 'https://victim.example/' },
            JSON.parse('{"type":"hide-term","id":"zinc","hidden":true,"__proto__":{"hidden":false}}'),
          ];
          const answers: unknown[] = [];
          for (const message of [...ours, ...nonsense]) answers.push(await chrome.runtime.sendMessage(message));
          return answers;
        },
      });
      return answer?.result as unknown[];
    }, page.url());
    expect(answers).toHaveLength(1508);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"error":"malformed"}']));
    expect(await stored()).toEqual(before);
    await waitForMarks(page);
  });

  it('is reached from a page: no door, no file, no message that we listen to', async () => {
    const page = await world.show(demoPage());
    await waitForMarks(page);
    const before = await stored();
    const reached = await page.evaluate(async (root) => {
      const reached: string[] = [];
      const api = globalThis as { chrome?: { runtime?: { sendMessage?: unknown } }; browser?: unknown };
      if (api.chrome?.runtime?.sendMessage || api.browser) reached.push('runtime');
      for (const path of ['manifest.json', 'popup.html', 'content-script.js', 'popover.js', 'icons/16.png']) {
        await fetch(root + path).then(
          () => reached.push(`fetch ${path}`),
          () => undefined,
        );
        await new Promise<void>((resolve) => {
          const picture = new Image();
          picture.onload = () => resolve(void reached.push(`picture ${path}`));
          picture.onerror = () => resolve();
          picture.src = root + path;
        });
      }
      for (let index = 0; index < 500; index++) {
        postMessage({ type: 'switch-own-site', on: false, id: 'zinc', fascicle: index }, '*');
        dispatchEvent(new CustomEvent('fascicle', { detail: { type: 'hide-term', id: 'zinc', hidden: true } }));
        document.dispatchEvent(new MessageEvent('message', { data: { type: 'reset' } }));
      }
      return reached;
    }, world.launched.extensionUrl);
    expect(reached).toEqual([]);
    expect(await stored()).toEqual(before);
    await waitForMarks(page);
  });
});
