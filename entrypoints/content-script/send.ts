/** Asks the background; undefined where nobody answers. Once the extension is gone, calls throw before they return. */
export async function send(message: object): Promise<unknown> {
  try {
    return await chrome.runtime.sendMessage(message);
  } catch {
    return undefined;
  }
}
