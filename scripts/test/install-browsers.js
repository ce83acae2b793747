/** Sees to it that the tests find their browsers, as far as it may. */
import { existsSync, readFileSync } from 'node:fs';
import { engineNames, findBrowser, isRoot } from './browsers.js';
import { npm, run } from '../project.js';

/** @typedef {import('./browsers.js').Engine} Engine */

/** What Debian calls them, and what each needs beside itself. */
const debianPackages = {
  chromium: ['chromium', 'fonts-liberation'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'],
};

/**
 * Installs the engines that are not there: on Debian as root with apt-get, elsewhere by Playwright's
 * own download.
 * @param {readonly Engine[]} engines
 * @returns {Promise<Engine[]>} the engines that are still missing
 */
export async function ensureBrowsers(engines) {
  const missing = await missingOf(engines);
  if (missing.length === 0) return [];
  console.log(`Installing ${missing.map((engine) => engineNames[engine]).join(', ')}…`);
  if (isRoot && isDebian()) installWithApt(missing);
  else npm(['exec', '--no', '--', 'playwright', 'install', ...missing]);
  return missingOf(missing);
}

/**
 * One line on how to get the engines that could not be installed.
 * @param {readonly Engine[]} missing
 */
export const howToInstall = (missing) =>
  `Not found: ${missing.map((engine) => engineNames[engine]).join(', ')}. ` +
  (isDebian()
    ? `As root: apt-get install ${packagesOf(missing).join(' ')}`
    : `Try: npx playwright install --with-deps ${missing.join(' ')}`);

/** @param {readonly Engine[]} engines */
async function missingOf(engines) {
  const found = await Promise.all(engines.map(findBrowser));
  return engines.filter((_, index) => !found[index]);
}

/** @param {readonly Engine[]} missing */
function installWithApt(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '--quiet=2'], env);
  run(
    'apt-get',
    ['install', '--yes', '--quiet=2', '--no-install-recommends', ...packagesOf(missing)],
    env,
  );
}

/** @param {readonly Engine[]} engines */
const packagesOf = (engines) => engines.flatMap((engine) => debianPackages[engine]);

/** Debian itself: Ubuntu's packages of these names install snaps, or nothing. */
const isDebian = () =>
  existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
