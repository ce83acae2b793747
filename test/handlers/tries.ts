/**
 * How often a property of the backend is tried: as often as it says in Chromium, a tenth of that in the
 * other engines and over HTTP. The backend is the same code everywhere; there it only has to run, too.
 */
export const tries = (times: number): number => (isChromium ? times : Math.ceil(times / 10));

const isChromium = typeof navigator !== 'undefined' && navigator.userAgent.includes('Chrome/');
