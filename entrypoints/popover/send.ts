/** The popover's way to the background. */
import type { FromContentScript } from '../../core/messages/schema.ts';

/** The background's answer; undefined where there is none, as after the extension was updated below an open page. */
export async function send(message: FromContentScript): Promise<unknown> {
  try {
    return await chrome.runtime.sendMessage(message);
  } catch {
    return undefined;
  }
}
