/**
 * Module hooks for tests that run in browsers otherwise: of their library they need `expect` only, and
 * the rest of it needs a document.
 * @type {import('node:module').ResolveHook}
 */
export const resolve = (specifier, context, nextResolve) =>
  nextResolve(
    specifier === '@open-wc/testing' ? '@esm-bundle/chai/esm/chai.js' : specifier,
    context,
  );
