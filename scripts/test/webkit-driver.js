import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../free-port.js';

/** Both programs are up within a second; a machine under load gets this long. */
const startLimitMs = 120_000;

/** Where WebKitWebDriver answers. */
const host = '127.0.0.1';

/**
 * Starts what drives WebKitGTK: it has no headless mode, so it gets a display of its own.
 * @param {import('./browsers.js').FoundBrowser} webkit
 */
export async function webKitDriver({ driver, display, executable }) {
  if (!driver || !display) throw new Error('WebKit was found without its driver or display.');
  const port = await freePort();

  /** @type {import('node:child_process').ChildProcess[]} */
  const running = [];
  const stop = () => {
    process.off('exit', stop);
    for (const child of running.splice(0).reverse()) child.kill();
  };
  process.once('exit', stop);

  const server = spawn(display, displayArguments, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  running.push(server);
  const displayNumber = await firstLine(server);
  const webDriver = spawn(driver, [`--port=${port}`, `--host=${host}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${displayNumber}`,
      NO_AT_BRIDGE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
  });
  running.push(webDriver);
  const address = `http://${host}:${port}`;
  await untilReady(`${address}/status`);

  return {
    /** Where it answers. */
    address,
    capabilities: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: executable, args: ['--automation'] },
    },
    stop,
  };
}

/** Xvfb picks a free display and writes its number to the file descriptor 3. */
const displayArguments = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];

/** @param {import('node:child_process').ChildProcess} child */
async function firstLine(child) {
  const pipe = /** @type {import('node:stream').Readable} */ (child.stdio[3]);
  const [chunk] = await once(pipe, 'data', { signal: AbortSignal.timeout(startLimitMs) });
  return String(chunk).trim();
}

/** @param {string} url */
async function untilReady(url) {
  const limit = Date.now() + startLimitMs;
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > limit)
      throw new Error(`WebKitWebDriver did not start within ${startLimitMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
