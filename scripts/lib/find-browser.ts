/** Finds the browsers installed on this machine, or says in one line what to install. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

/** Where each system keeps them; names without a path are looked up in PATH. */
const CANDIDATES: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: [
    'firefox',
    'firefox-esr',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};
/** The environment variable that names a browser outright. */
const VARIABLE: Readonly<Record<BrowserName, string>> = { chromium: 'CHROMIUM', firefox: 'FIREFOX' };
const DEBIAN_PACKAGE: Readonly<Record<BrowserName, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** The path of the browser's executable, or undefined where none is installed. */
export function findBrowser(name: BrowserName): string | undefined {
  const named = process.env[VARIABLE[name]];
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const candidate of CANDIDATES[name]) {
    const paths = /[\\/]/.test(candidate) ? [candidate] : folders.map((folder) => join(folder, candidate));
    const found = paths.find(isExecutable);
    if (found) return found;
  }
  return undefined;
}

/**
 * The browser's path; where it is missing on Debian or Ubuntu and we are root, it is installed first.
 * Undefined where that is not possible: `howToInstall` says what a person can do.
 */
export function findOrInstallBrowser(name: BrowserName): string | undefined {
  const found = findBrowser(name);
  if (found || !existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return found;
  console.log(`No ${name} here: installing Debian's ${DEBIAN_PACKAGE[name]} …`);
  try {
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', DEBIAN_PACKAGE[name]], options);
  } catch {
    return undefined;
  }
  return findBrowser(name);
}

/** One line for a person without the browser. */
export function howToInstall(name: BrowserName): string {
  const products = name === 'chromium' ? 'Chromium, Chrome or Edge' : 'Firefox 142 or newer';
  return `No ${name} found: install ${products}, or name its executable in the environment variable ${VARIABLE[name]}.`;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
