/** The browser's own API in content scripts, promise-based in every target; elsewhere it is `browser` of wxt/browser. */
declare const chrome: import('wxt/browser').Browser & typeof import('wxt/browser').browser;
