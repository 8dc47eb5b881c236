/** A background that was ended while it answered is started by being asked again. Every message of ours may be sent twice. */

/** Times that a message is sent before it counts as not answered. */
const TRIES = 3;

/** What `send` answers; undefined where nobody does, as after the extension was updated below an open page. */
export async function insist(send: () => Promise<unknown>): Promise<unknown> {
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      const answer = await send();
      if (answer !== undefined) return answer;
    } catch {
      // As where there is no answer.
    }
  }
  return undefined;
}
