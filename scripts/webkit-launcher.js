import { webKitDriver } from './webkit-driver.js';

/** @typedef {import('@web/test-runner').BrowserLauncher} BrowserLauncher */

/** How often it is asked whether the browser is still alive, in milliseconds. */
const heartbeat = 2000;

/** How often a page is opened that the browser died under. */
const maxStarts = 4;

/**
 * Keys that have no character (WebDriver, 17.4.2). Others are typed as they are.
 * @type {Readonly<Record<string, string>>}
 */
const keyCodes = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/**
 * Opens each test page in a WebKitGTK of its own. It now and then dies of a fault of its own, a
 * segmentation fault while one page gives way to the next: no page does here. If it dies all the
 * same, the page that it was showing is opened again. A page that came to its end never is, whatever
 * it found.
 * @param {import('./browsers.js').FoundBrowser} browser
 * @returns {BrowserLauncher}
 */
export function webKitLauncher(browser) {
  /** @type {Awaited<ReturnType<typeof webKitDriver>> | undefined} */
  let driver;
  /** @type {Map<string, { page: string, url: string, alive: NodeJS.Timeout }>} */
  const open = new Map();

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   * @returns {Promise<any>} what the driver answers with
   * @throws {Error} of the driver, or for a browser that is gone
   */
  async function ask(method, path, body) {
    if (!driver) throw new Error('WebKitWebDriver is not running.');
    const response = await fetch(driver.address + path, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKitWebDriver: ${value?.error} ${value?.message}`);
    return value;
  }

  /**
   * @param {string} id
   * @param {string} url
   * @param {number} [starts]
   */
  async function start(id, url, starts = 1) {
    try {
      const alwaysMatch = driver?.capabilities;
      const { sessionId: page } = await ask('POST', '/session', { capabilities: { alwaysMatch } });
      const alive = setInterval(() => {
        ask('GET', `/session/${page}/title`).catch(() => restart(id, url, starts));
      }, heartbeat);
      open.set(id, { page, url, alive });
      await ask('POST', `/session/${page}/url`, { url });
    } catch (error) {
      if (starts === maxStarts) throw error;
      await restart(id, url, starts);
    }
  }

  /**
   * @param {string} id
   * @param {string} url
   * @param {number} starts
   */
  async function restart(id, url, starts) {
    if (starts === maxStarts || !(await close(id))) return; // the page has ended meanwhile
    console.error(`WebKit died before the end of its page, which is opened again: ${url}`);
    await start(id, url, starts + 1);
  }

  /**
   * @param {string} id
   * @returns {Promise<boolean>} whether it was open
   */
  async function close(id) {
    const session = open.get(id);
    if (!session) return false;
    open.delete(id);
    clearInterval(session.alive);
    await ask('DELETE', `/session/${session.page}`).catch(() => undefined); // it may be gone
    return true;
  }

  return /** @type {BrowserLauncher} */ ({
    name: 'WebKit',
    type: 'webdriver',
    concurrency: 1,
    async initialize() {
      driver = await webKitDriver(browser);
    },
    async stop() {
      await Promise.all([...open.keys()].map(close));
      driver?.stop();
    },
    startSession: (id, url) => start(id, url),
    isActive: (id) => open.has(id),
    getBrowserUrl: (id) => open.get(id)?.url,
    async stopSession(id) {
      await close(id);
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('WebKitGTK has no window to debug in.')),

    /**
     * For the command `sendKeys` of the test runner.
     * @param {string} id
     * @param {readonly string[]} keys characters, or names of keys
     */
    sendKeys(id, keys) {
      const actions = keys.flatMap((key) => {
        const value = keyCodes[key] ?? key;
        if (value.length > 1) throw new Error(`WebKit has no key "${key}" here.`);
        return [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ];
      });
      return ask('POST', `/session/${open.get(id)?.page}/actions`, {
        actions: [{ type: 'key', id: 'keyboard', actions }],
      });
    },
  });
}
