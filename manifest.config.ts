/** The manifest of each target. Every permission is justified in docs/permissions.md, and a test pins the outcome. */
import type { UserManifest } from 'wxt';

/** What the oldest browser must have: CSS.highlights, caretPositionFromPoint, popover, scheduler fallback. */
export const MINIMUM_CHROME = '128';
export const MINIMUM_FIREFOX = '142.0';
/** Firefox knows an extension by it. */
export const FIREFOX_ID = 'fascicle@fascicle.example';

/** Extension pages load their own files and nothing else; there is no `connect-src`, so nothing can leave. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The manifest for `browser` (chrome, edge, firefox or safari), less what WXT derives from the entrypoints. */
export function manifest(browser: string): UserManifest {
  const isFirefox = browser === 'firefox';
  return {
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'contextMenus'],
    host_permissions: ['<all_urls>'],
    // Named here and not by WXT's own entrypoint, whose wrapper alone would weigh more than our whole page engine.
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
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    commands: {
      'next-term': { suggested_key: { default: 'Alt+Period' }, description: '__MSG_commandNext__' },
      'previous-term': { suggested_key: { default: 'Alt+Comma' }, description: '__MSG_commandPrevious__' },
    },
    ...(isFirefox
      ? {
          browser_specific_settings: {
            gecko: {
              id: FIREFOX_ID,
              strict_min_version: MINIMUM_FIREFOX,
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: MINIMUM_FIREFOX },
          },
        }
      : { minimum_chrome_version: MINIMUM_CHROME }),
  };
}
