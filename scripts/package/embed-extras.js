import { createHash } from 'node:crypto';

/** @typedef {import('../embed.js').EmbedFile} EmbedFile */

/**
 * Subresource Integrity of each file, by its path beside `autoload.js`: for `integrity` of a script tag, and of an
 * import map.
 * @param {readonly EmbedFile[]} files
 */
export function integrityOf(files) {
  const list = files.map(({ fileName, code }) => {
    const digest = createHash('sha384').update(code).digest('base64');
    return [fileName, `sha384-${digest}`];
  });
  return `${JSON.stringify(Object.fromEntries(list), null, 2)}\n`;
}

/**
 * The files that an element shows first what it shows with, beside `autoload.js`: for `<link rel="modulepreload">` in a
 * page's head. By `portal-faq es` those that Spanish takes, too.
 * @param {import('../embed.js').EmbedFiles} embed
 */
export const firstViewOf = ({ firstView }) => `${JSON.stringify(firstView, null, 2)}\n`;

/**
 * Source maps, for error trackers and debuggers: apart from the scripts, which do not name them, so that whoever
 * serves these to patients serves no maps. They name sources and lines, and hold no source.
 * @param {readonly EmbedFile[]} files
 * @returns {Map<string, string>} texts by path in dist
 */
export function mapsOf(files) {
  return new Map(
    files.flatMap(({ fileName, map }) => {
      if (!map?.mappings) return [];
      const { names, mappings } = map;
      const sources = map.sources.map(
        (path) => path?.replace(/^.*?(?=(src|node_modules)\/)/, '') ?? null,
      );
      const text = JSON.stringify({ version: 3, file: fileName, sources, names, mappings });
      return [/** @type {const} */ ([`maps/${fileName}.map`, text])];
    }),
  );
}
