/** What must not stand in anything that ships: ways to the network, ways to run text as code, ways to parse text as HTML. */

/** Names that reach the network or run text as code, as a global or as a member of one (`self.fetch`). */
export const FORBIDDEN_GLOBALS: ReadonlySet<string> = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'importScripts',
  'Worker',
  'SharedWorker',
  'Image',
  'Audio',
  'eval',
]);

/** Members that send or that parse HTML, on whatever they are called, read, assigned or given as a property. */
export const FORBIDDEN_MEMBERS: ReadonlySet<string> = new Set([
  'sendBeacon',
  'fetchLater',
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'createContextualFragment',
  'dangerouslySetInnerHTML',
  'srcdoc',
]);

/** Addresses that no one fetches and no one cites, each with what it is. */
export const NAMES_NOT_ADDRESSES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2000/svg': 'XML namespace, by which Preact makes SVG elements',
  'http://www.w3.org/1998/Math/MathML': 'XML namespace, by which Preact makes MathML elements',
  'http://www.w3.org/1999/xhtml': 'XML namespace, by which Preact makes HTML elements',
};
