/** Paths of the manifest name what is published, not the source it is made from. */
const publishedPaths = {
  name: 'published-paths',
  /** @param {{ customElementsManifest: unknown }} context */
  packageLinkPhase({ customElementsManifest }) {
    rename(customElementsManifest);
  },
};

/** @param {unknown} node */
function rename(node) {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if ((key === 'path' || key === 'module') && typeof value === 'string') {
      Object.assign(node, { [key]: value.replace(/^\/?(src\/.*)\.[jt]s$/, 'dist/$1.js') });
    } else rename(value);
  }
}

export default {
  globs: ['src/widgets/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [publishedPaths],
};
