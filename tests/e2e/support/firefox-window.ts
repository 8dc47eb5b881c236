/**
 * Firefox's own window around the pages: its address bar, menus and sidebar, worked as a reader works them. WebDriver BiDi
 * reaches it where the browser was started with `--remote-allow-system-access`.
 */
import type { Launched } from '../../../scripts/lib/launch.ts';

interface Answer {
  readonly result: {
    readonly contexts?: readonly { readonly context: string }[];
    readonly result?: { readonly value?: unknown };
    readonly exceptionDetails?: { readonly text: string };
  };
}

/** Evaluates an expression in the window; a promise is awaited. Answers strings, numbers and booleans. */
export async function inWindow(launched: Launched, expression: string): Promise<unknown> {
  // puppeteer-core keeps its BiDi connection to itself.
  const { connection } = launched.browser as unknown as {
    connection: { send(method: string, parameters: object): Promise<Answer> };
  };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = tree.result.contexts?.[0]?.context;
  const { result } = await connection.send('script.evaluate', {
    expression,
    target: { context },
    awaitPromise: true,
  });
  if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
  return result.result?.value;
}
