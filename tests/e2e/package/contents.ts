/** What the packages hold and how large it may be. A new file or permission is a decision: it is written here first. */

/** Path in the package → most KiB of it, unpacked; a `*` stands for as many files as the bundler likes, summed. */
export const FILES: Readonly<Record<string, number>> = {
  '_locales/*/messages.json': 150,
  'assets/*.css': 100,
  'assets/default-mark.css': 4,
  'assets/marks.css': 16,
  'background.js': 4000,
  'chunks/*.js': 5000,
  'content-script.js': 40,
  'icon.svg': 2,
  'icons/*.png': 16,
  'licences.txt': 64,
  'manifest.json': 4,
  'options.html': 2,
  'page-engine.js': 70,
  'popover.js': 80,
  'popup.html': 2,
  'sidepanel.html': 2,
  'welcome.html': 2,
};

/** Script → most kB of gzip that a page gets of it (docs/decisions/0004-triggers-before-lexicon.md). */
export const SCRIPTS: Readonly<Record<string, number>> = { 'content-script.js': 15, 'page-engine.js': 20 };

/** Most KiB of a whole package, packed. */
export const PACKAGE = 2048;

const SHARED = {
  manifest_version: 3,
  name: '__MSG_extName__',
  description: '__MSG_extDescription__',
  icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
  default_locale: 'en',
  host_permissions: ['<all_urls>'],
  content_scripts: [
    {
      matches: ['<all_urls>'],
      js: ['content-script.js'],
      css: ['assets/default-mark.css'],
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
  options_ui: { open_in_tab: true, page: 'options.html' },
};

const CHROMIUM = {
  ...SHARED,
  permissions: ['storage', 'scripting', 'contextMenus', 'sidePanel'],
  side_panel: { default_path: 'sidepanel.html' },
  minimum_chrome_version: '128',
  background: { service_worker: 'background.js' },
};

/** Target → its manifest, less the version. */
export const MANIFESTS: Readonly<Record<string, object>> = {
  chrome: CHROMIUM,
  edge: CHROMIUM,
  firefox: {
    ...SHARED,
    permissions: ['storage', 'scripting', 'contextMenus'],
    sidebar_action: { default_panel: 'sidepanel.html', default_title: 'Fascicle', open_at_install: false },
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
