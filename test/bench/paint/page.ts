import { baseStyles } from '../../../src/ui/styles/base-styles.js';
import { partStyles } from '../../../src/ui/styles/part-styles.js';
import { styles } from '../../../src/widgets/test-results/test-results.styles.js';
import { untilPainted } from '../until-painted.js';
import { rowsOf } from './rows.js';
import { ways, type Mounted, type WayName } from './ways.js';

/** What a way costs at one length of the list, in milliseconds. */
export interface Cost {
  readonly firstPaint: number;
  /** Of one row: the mean of several, here and there in the list. */
  readonly update: number;
}

const updates = 5;

/** Resolves when nothing is left to be laid out. */
const settled = async () => {
  for (let frame = 0; frame < 3; frame += 1) await untilPainted(() => undefined);
};

const measure = async (name: WayName, count: number): Promise<Cost> => {
  const rows = rowsOf(count);
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  for (const { styleSheet } of [baseStyles, partStyles, styles]) {
    if (styleSheet) root.adoptedStyleSheets.push(styleSheet);
  }
  document.body.append(host);
  await untilPainted(() => undefined);
  // Where the browser lets a page ask for it, the last list's garbage is not this one's cost.
  (globalThis as { gc?: () => void }).gc?.();

  let mounted: Mounted | undefined;
  const firstPaint = await untilPainted(() => {
    mounted = ways[name](root, rows);
  });
  // What the browser lays out later, of rows out of sight, is no cost of a change.
  await settled();
  let sum = 0;
  for (let n = 0; n < updates; n += 1) {
    const index = Math.floor((count / updates) * (n + 0.5));
    const row = rows[index];
    if (!row) throw new Error('There is no such row.');
    sum += await untilPainted(() => mounted?.update(index, { ...row, status: 'corrected' }));
  }
  const shown = root.querySelectorAll('tbody tr').length;
  const changed = root.textContent.split('Corrected').length - 1;
  if (shown !== count || changed !== updates)
    throw new Error(`${name}: ${shown} rows, ${changed} changed.`);
  mounted?.unmount();
  host.remove();
  await settled();
  return { firstPaint, update: sum / updates };
};

Object.assign(globalThis, { measure });
