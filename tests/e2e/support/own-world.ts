/** A look into the extension's own world of a page, through the debugger of Chromium. */
import type { CDPSession, Page } from 'puppeteer-core';

/** The debugger's number of each world of `extensionUrl` in the page, as they come; it hears of those that are there at once. */
export async function ownWorlds(
  page: Page,
  extensionUrl: string,
): Promise<{ session: CDPSession; contexts: number[] }> {
  const session = await page.createCDPSession();
  const contexts: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (`${context.origin}/` === extensionUrl) contexts.push(context.id);
  });
  await session.send('Runtime.enable');
  return { session, contexts };
}

/** How many objects made by the constructor `name` are alive in a world, after a collection. */
export async function alive(session: CDPSession, contextId: number, name: string): Promise<number> {
  const expression = `${name}.prototype`;
  const { result } = await session.send('Runtime.evaluate', { expression, contextId });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId as string });
  const functionDeclaration = 'function () { return this.length }';
  const count = await session.send('Runtime.callFunctionOn', {
    functionDeclaration,
    objectId: objects.objectId as string,
    returnByValue: true,
  });
  return count.result.value as number;
}

/** Listeners of a world at its window and its document. */
export async function listeners(session: CDPSession, contextId: number): Promise<number> {
  let count = 0;
  for (const expression of ['window', 'document']) {
    const { result } = await session.send('Runtime.evaluate', { expression, contextId });
    const answer = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId as string });
    count += answer.listeners.length;
  }
  return count;
}
