/**
 * How much of the tests is run: the usual cases, or all that each runner can (`npm test -- --all`, `EXPLORE`).
 * In Node the environment says so, in a page the `<meta name="tests">` that the test runner writes.
 */
const inPage = typeof document !== 'undefined';
const meta = inPage ? document.querySelector<HTMLMetaElement>('meta[name=tests]') : null;

/** Whether everything is wanted that takes longer than `npm test` may. */
export const all = inPage ? meta?.content === 'all' : Boolean(process.env['ALL']);

/** How many times as many generated cases, new ones each time; 0: the usual ones. */
export const explored = Number((inPage ? meta?.dataset['explore'] : process.env['EXPLORE']) ?? 0);

export const isChromium = inPage && navigator.userAgent.includes('Chrome/');

/**
 * Node, asking the handlers themselves: the cheapest place, so that is where all generated cases are tried,
 * unless a quick answer is wanted.
 */
export const isThorough = all || (!inPage && !process.env['OVER_HTTP'] && !process.env['QUICK']);
