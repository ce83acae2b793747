/**
 * Takes the icons that the elements use from heroicons (MIT), as path data: only what is named here is shipped.
 *
 *   npm run icons              writes src/ui/generated/icons.ts
 *   npm run icons -- --check   writes nothing; fails when it is out of date
 */
import { readFileSync } from 'node:fs';
import { writeOrCheck } from './contract/made-files.js';
import { root } from './project.js';

/** Our names, by what they stand for, and those of the set. */
const icons = {
  archive: 'archive-box',
  attachment: 'paper-clip',
  calendar: 'calendar',
  call: 'phone',
  check: 'check',
  chevronDown: 'chevron-down',
  chevronLeft: 'chevron-left',
  chevronRight: 'chevron-right',
  clock: 'clock',
  close: 'x-mark',
  download: 'arrow-down-tray',
  email: 'envelope',
  external: 'arrow-top-right-on-square',
  filters: 'adjustments-horizontal',
  inbox: 'inbox',
  laboratory: 'beaker',
  lock: 'lock-closed',
  mapPin: 'map-pin',
  video: 'video-camera',
  document: 'document-text',
  pencil: 'pencil-square',
  person: 'user',
  people: 'users',
  phoneApp: 'device-phone-mobile',
  plus: 'plus',
  print: 'printer',
  reply: 'arrow-uturn-left',
  search: 'magnifying-glass',
  send: 'paper-airplane',
  trend: 'chart-bar',
} as const;

const dataOf = (file: string) => {
  const svg = readFileSync(`${root}node_modules/heroicons/24/outline/${file}.svg`, 'utf8');
  return [...svg.matchAll(/ d="([^"]+)"/g)].map(([, data]) => data).join('');
};

const constants = Object.entries(icons).map(
  ([name, file]) => `export const ${name} = '${dataOf(file)}';`,
);

await writeOrCheck(
  new Map([
    [
      'src/ui/generated/icons.ts',
      `// Made from heroicons (MIT License, Tailwind Labs, Inc.) by \`npm run icons\`. Do not edit.\n\n${constants.join('\n')}\n`,
    ],
  ]),
  'npm run icons',
);
