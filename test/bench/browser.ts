import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import * as puppeteer from 'puppeteer-core';
import { chromiumArguments, requireBrowser } from '../../scripts/test/browsers.js';
import { root } from '../../scripts/project.js';

/** What a page of a bench runs, as one script. */
export const bundle = async (page: string, options: BuildOptions = {}): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'test/bench', page)],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    ...options,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
};

export type BenchEngine = 'chromium' | 'firefox';

/** An engine whose clock is exact, and whose garbage a page can have collected where that is possible. */
export const open = async (engine: BenchEngine = 'chromium'): Promise<puppeteer.Browser> => {
  const { executable } = await requireBrowser(engine);
  return puppeteer.launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath: executable,
    headless: true,
    protocolTimeout: 600_000,
    ...(engine === 'chromium'
      ? { args: [...chromiumArguments, '--js-flags=--expose-gc'] }
      : { extraPrefsFirefox: { 'privacy.reduceTimerPrecision': false } }),
  });
};
