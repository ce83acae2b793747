/**
 * Finds the three browser engines that the tests run in. Needs no dependency until it has to ask
 * Playwright where its own downloads are.
 */
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */

/**
 * @typedef {object} FoundBrowser
 * @property {Engine} engine
 * @property {string} executable
 * @property {'system' | 'playwright'} origin which launcher can drive it: Playwright's own Firefox
 *   and WebKit are patched builds that only Playwright speaks to
 * @property {string} [driver] WebKitWebDriver, for the WebKit of the system
 * @property {string} [display] Xvfb, for the WebKit of the system, which has no headless mode
 */

/** @type {readonly Engine[]} */
export const engines = ['chromium', 'firefox', 'webkit'];

/** @type {Record<Engine, string>} */
export const engineNames = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

export const isRoot = process.getuid?.() === 0;

/** Chromium refuses to sandbox root; the rest keeps it from talking to the network by itself. */
export const chromiumArguments = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const env = process.env;
const programFolders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LocalAppData']].filter(
  (folder) => folder !== undefined,
);

/** Where each engine usually is: names to look for on the PATH, or whole paths. */
const usualPlaces = {
  chromium: [
    env['CHROME_PATH'],
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programFolders.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
    ...programFolders.map((folder) => join(folder, 'Microsoft/Edge/Application/msedge.exe')),
  ],
  firefox: [
    env['FIREFOX_PATH'],
    'firefox-esr',
    'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...programFolders.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
  ],
};

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Ubuntu's browsers are snaps, which cannot read the temporary profile that a test gives them.
 * @param {string} path
 */
function isSnap(path) {
  const target = realpathSync(path);
  if (target.endsWith('/snap')) return true;
  const start = readFileSync(target).subarray(0, 4096).toString('latin1');
  return start.startsWith('#!') && start.includes('/snap/bin/');
}

/**
 * @param {string} nameOrPath
 * @returns {string | undefined} the whole path of the executable, if there is one
 */
function locate(nameOrPath) {
  const candidates = /[/\\]/.test(nameOrPath)
    ? [nameOrPath]
    : (env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, nameOrPath));
  return candidates.find((path) => existsSync(path) && isExecutable(path) && !isSnap(path));
}

/** @param {readonly (string | undefined)[]} places */
function locateFirst(places) {
  for (const place of places) {
    const path = place ? locate(place) : undefined;
    if (path) return path;
  }
  return undefined;
}

/** @param {string} folder */
function foldersIn(folder) {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

/** @returns {FoundBrowser | undefined} WebKitGTK with all that it takes to drive it */
function findWebKitGtk() {
  const driver = locate('WebKitWebDriver');
  const display = locate('Xvfb');
  const libraries = ['/usr/libexec', '/usr/lib', ...foldersIn('/usr/lib')];
  const executable = locateFirst(
    libraries.map((folder) => join(folder, 'webkit2gtk-4.1/MiniBrowser')),
  );
  return driver && display && executable
    ? { engine: 'webkit', executable, origin: 'system', driver, display }
    : undefined;
}

/**
 * @param {Engine} engine
 * @returns {Promise<FoundBrowser | undefined>} Playwright's own download, if it is there
 */
async function findPlaywrights(engine) {
  const playwright = await import('@playwright/test').catch(() => undefined);
  const executable = playwright?.[engine].executablePath();
  return executable && existsSync(executable)
    ? { engine, executable, origin: 'playwright' }
    : undefined;
}

/**
 * The system's browser, or else Playwright's download.
 * @param {Engine} engine
 * @returns {Promise<FoundBrowser | undefined>}
 */
export async function findBrowser(engine) {
  if (engine === 'webkit') return findWebKitGtk() ?? (await findPlaywrights('webkit'));
  const executable = locateFirst(usualPlaces[engine]);
  return executable ? { engine, executable, origin: 'system' } : await findPlaywrights(engine);
}

/**
 * @param {Engine} engine
 * @returns {Promise<FoundBrowser>}
 * @throws {Error} saying what to install
 */
export async function requireBrowser(engine) {
  const found = await findBrowser(engine);
  if (!found) {
    throw new Error(
      `${engineNames[engine]} was not found. Install it, or run: npx playwright install ${engine}`,
    );
  }
  return found;
}
