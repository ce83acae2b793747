import { webKitDriver } from './webkit-driver.js';

/** @typedef {import('@web/test-runner').BrowserLauncher} BrowserLauncher */

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
 * segmentation fault in libwebkit2gtk: then only the page that it was showing has to start over.
 * @param {import('./browsers.js').FoundBrowser} browser
 * @returns {BrowserLauncher}
 */
export function webKitLauncher(browser) {
  /** @type {Awaited<ReturnType<typeof webKitDriver>> | undefined} */
  let driver;
  /** @type {Map<string, { page: string, url: string }>} */
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
   */
  async function start(id, url) {
    const alwaysMatch = driver?.capabilities;
    const { sessionId: page } = await ask('POST', '/session', { capabilities: { alwaysMatch } });
    open.set(id, { page, url });
    await ask('POST', `/session/${page}/url`, { url });
  }

  /** @param {string} id */
  async function close(id) {
    const session = open.get(id);
    open.delete(id);
    if (session) await ask('DELETE', `/session/${session.page}`).catch(() => undefined); // or gone
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
    startSession: start,
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
