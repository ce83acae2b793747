/** What stands for a character in XML. */
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** @param {string} text of XLIFF, with `<x id="0"/>` for what is filled in */
const plain = (text) =>
  text
    .replace(/<x id="(\d+)"[^>]*\/>/g, '{$1}')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => entities[/** @type {'amp'} */ (name)]);

/**
 * The texts of the interface by the English one, as `registerTranslation` takes them: what a translator begins with.
 * @param {string} xliff the Spanish ones
 */
export const textsOf = (xliff) => {
  const pairs = [...xliff.matchAll(/<source>(.*?)<\/source>\s*<target>(.*?)<\/target>/gs)]
    .map(([, source = '', target = '']) => [plain(source), plain(target)])
    .sort(([a = ''], [b = '']) => a.localeCompare(b, 'en'));
  return `${JSON.stringify(Object.fromEntries(pairs), null, 2)}\n`;
};
