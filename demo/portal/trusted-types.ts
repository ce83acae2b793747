/** Where the service worker of the simulated backend is served. */
export const workerUrl = '/mockServiceWorker.js';

/** The part of the Trusted Types API that this page needs. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown;
}

/**
 * Lets the address of the worker script pass where the page's Content-Security-Policy asks for
 * Trusted Types, and nothing else: no other script URL, no HTML, no script text.
 */
export const allowWorkerScript = (): void => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      if (new URL(url, location.href).href === new URL(workerUrl, location.href).href) return url;
      throw new TypeError(`This page loads no script from ${url}.`);
    },
  });
};
