import { availableParallelism } from 'node:os';
import { chromeLauncher } from '@web/test-runner-chrome';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import * as puppeteer from 'puppeteer-core';
import { chromiumArguments } from './browsers.js';
import { webKitDriver } from './webkit-driver.js';

/**
 * @typedef {object} Launch
 * @property {import('@web/test-runner').BrowserLauncher} launcher
 * @property {import('@web/test-runner').TestRunnerPlugin} [plugin] what has to run beside it
 */

/**
 * How the test runner starts a browser that was found.
 * @param {import('./browsers.js').FoundBrowser} browser
 * @returns {Promise<Launch>}
 */
export async function launch(browser) {
  const { engine, executable, origin } = browser;
  if (engine === 'chromium') return { launcher: chromium(executable) };
  if (origin === 'playwright') {
    return { launcher: playwrightLauncher({ product: engine, concurrency: 1 }) };
  }
  if (engine === 'firefox') return { launcher: firefox(executable) };

  const driver = await webKitDriver(browser);
  return {
    // It may answer `testCoverage: undefined`, which its own declared interface forgets.
    launcher: /** @type {Launch['launcher']} */ (webdriverLauncher(driver.connection)),
    plugin: {
      name: 'webkit-driver',
      serverStart: () => driver.start(),
      serverStop: () => driver.stop(),
    },
  };
}

/** @param {string} executablePath */
const chromium = (executablePath) =>
  chromeLauncher({
    launchOptions: { executablePath, args: chromiumArguments },
    concurrency: Math.max(1, Math.floor(availableParallelism() / 2)),
    // A context each: files that run at the same time share neither storage nor focus.
    createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
  });

/** @param {string} executablePath */
const firefox = (executablePath) =>
  chromeLauncher({
    puppeteer,
    concurrency: 1,
    launchOptions: { browser: 'firefox', executablePath, headless: true },
  });
