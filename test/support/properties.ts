/**
 * Properties that hold for all input, tried with generated cases (fast-check). The cases are the same each
 * time, so that a test that fails does so by a change of the code, whoever runs it. Others are tried by
 *
 *     EXPLORE=20 npm test -- --all    so many times as many cases, new ones each time
 *
 * A case that fails is printed with its seed.
 */
import fc from 'fast-check';
import { explored, isThorough } from './extent.js';

/** So many cases, or more of them where they are explored. */
export const runs = (times: number): number => times * (explored || 1);

/**
 * Of a property of the backend: so many cases in Node, a tenth of that in the engines and over HTTP. The
 * backend is the same code everywhere; there it only has to run, too.
 */
export const tries = (times: number): number => runs(isThorough ? times : Math.ceil(times / 10));

fc.configureGlobal({ numRuns: runs(100), ...(!explored && { seed: 20260101 }) });

export { fc };
