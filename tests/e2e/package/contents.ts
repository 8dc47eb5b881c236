/** What the packages hold and how large it may be. A new file or permission is a decision: it is written here first. */

/** Path in the package, hashes in names as `*` → most KiB it may have, unpacked. */
export const FILES: Readonly<Record<string, number>> = {
  '_locales/en/messages.json': 40,
  'assets/marks.css': 16,
  'assets/popup-*.css': 24,
  'background.js': 3000,
  'chunks/entries-*.js': 3000,
  'chunks/popup-*.js': 1100,
  'content-script.js': 64,
  'icon.svg': 2,
  'icons/128.png': 8,
  'icons/16.png': 2,
  'icons/32.png': 3,
  'icons/48.png': 4,
  'licences.txt': 48,
  'manifest.json': 4,
  'popover.js': 72,
  'popup.html': 2,
};

/** Most KiB of a whole package, packed. */
export const PACKAGE = 2048;

const SHARED = {
  manifest_version: 3,
  name: '__MSG_extName__',
  description: '__MSG_extDescription__',
  icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
  default_locale: 'en',
  permissions: ['storage', 'scripting', 'contextMenus'],
  host_permissions: ['<all_urls>'],
  content_scripts: [
    {
      matches: ['<all_urls>'],
      js: ['content-script.js'],
      css: ['assets/marks.css'],
      all_frames: true,
      match_about_blank: true,
      match_origin_as_fallback: true,
      run_at: 'document_idle',
    },
  ],
  omnibox: { keyword: 'fx' },
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  },
  commands: {
    'next-term': { suggested_key: { default: 'Alt+Period' }, description: '__MSG_commandNext__' },
    'previous-term': { suggested_key: { default: 'Alt+Comma' }, description: '__MSG_commandPrevious__' },
  },
  action: { default_title: 'Fascicle', default_popup: 'popup.html' },
};

const CHROMIUM = {
  ...SHARED,
  minimum_chrome_version: '128',
  background: { service_worker: 'background.js' },
};

/** Target → its manifest, less the version. */
export const MANIFESTS: Readonly<Record<string, object>> = {
  chrome: CHROMIUM,
  edge: CHROMIUM,
  firefox: {
    ...SHARED,
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'fascicle@fascicle.example',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  },
};
