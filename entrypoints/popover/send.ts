/** The popover's way to the background. */
import { insist } from '../../core/messages/insist.ts';
import type { FromContentScript } from '../../core/messages/schema.ts';

/** The background's answer; undefined where there is none. */
export function send(message: FromContentScript): Promise<unknown> {
  return insist(() => chrome.runtime.sendMessage(message));
}
