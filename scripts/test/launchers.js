import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromeLauncher } from '@web/test-runner-chrome';
import { playwrightLauncher } from '@web/test-runner-playwright';
import * as puppeteer from 'puppeteer-core';
import { chromiumArguments } from './browsers.js';
import { webKitLauncher } from './webkit-launcher.js';

/** @typedef {import('@web/test-runner').BrowserLauncher} BrowserLauncher */

/**
 * How the test runner starts a browser that was found.
 * @param {import('./browsers.js').FoundBrowser} browser
 * @param {string} [coverage] the folder where Chromium tells which code each page has run, as Node
 *   does in NODE_V8_COVERAGE
 * @returns {BrowserLauncher}
 */
export function launcherOf(browser, coverage) {
  const { engine, executable, origin } = browser;
  if (engine === 'chromium') return chromium(executable, coverage);
  if (origin === 'playwright') return playwrightLauncher({ product: engine, concurrency: 1 });
  return engine === 'firefox' ? firefox(executable) : webKitLauncher(browser);
}

/**
 * @param {string} executablePath
 * @param {string | undefined} coverage
 */
function chromium(executablePath, coverage) {
  const options = {
    launchOptions: { executablePath, args: chromiumArguments },
    concurrency: 1,
  };
  if (!coverage) {
    return forgettingHistory(Object.assign(chromeLauncher(options), { name: 'Chromium' }));
  }

  const watched = { resetOnNavigation: false, includeRawScriptCoverage: true };
  const launcher = chromeLauncher({
    ...options,
    async createPage({ context }) {
      const page = await context.newPage();
      await page.coverage.startJSCoverage(watched);
      return page;
    },
  });
  launcher.name = 'Chromium';
  const stopSession = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (id) => {
    const { coverage: watch } = launcher.getPage(id);
    const result = (await watch.stopJSCoverage()).map(({ rawScriptCoverage }) => rawScriptCoverage);
    writeFileSync(join(coverage, `chromium-${id}.json`), JSON.stringify({ result }));
    await watch.startJSCoverage(watched);
    return stopSession(id);
  };
  return forgettingHistory(launcher);
}

/**
 * One tab shows page after page, and its history holds 50 entries: once it is full, Back leads Chromium out of the page. So
 * each page begins with a history of its own.
 * @param {ReturnType<typeof chromeLauncher>} launcher
 */
function forgettingHistory(launcher) {
  const stopSession = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (id) => {
    const page = launcher.getPage(id);
    const result = await stopSession(id);
    const session = await page.createCDPSession();
    await session.send('Page.resetNavigationHistory');
    await session.detach();
    return result;
  };
  return launcher;
}

/** @param {string} executablePath */
const firefox = (executablePath) =>
  chromeLauncher({
    puppeteer,
    concurrency: 1,
    launchOptions: { browser: 'firefox', executablePath, headless: true },
  });
