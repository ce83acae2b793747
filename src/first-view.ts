/**
 * What a page fetches at first, by what is on it, as file names without what they have in common; the build of
 * the scripts for pages without a bundler fills it in. A bundler knows by itself.
 */
export const firstView: Readonly<Record<string, readonly string[]>> = {};
