/** The popover's way to the background. */
import type { FromContentScript } from '../../core/messages/schema.ts';

/** A background that was ended while it answered is started by being asked again; each message may be sent twice. */
const TRIES = 3;

/** The background's answer; undefined where there is none, as after the extension was updated below an open page. */
export async function send(message: FromContentScript): Promise<unknown> {
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      const answer: unknown = await chrome.runtime.sendMessage(message);
      if (answer !== undefined) return answer;
    } catch {
      // As where there is no answer.
    }
  }
  return undefined;
}
