import { faults, runCell, type Fault } from './cell.js';
import { rows } from './rows.js';

/**
 * Whatever an element asks of the backend, and whatever comes of it: the person hears it, keeps what was
 * typed and the focus, and gets on; in the end it is done, once. In other engines with `--all`.
 */
describe('when a request fails', () => {
  const seen = new Map<string, Map<Fault, '✓' | '✗' | '–'>>();

  for (const [tag, { reads, writes }] of Object.entries(rows)) {
    describe(`<${tag}>`, () => {
      for (const row of [...reads, ...writes]) {
        const cells = new Map<Fault, '✓' | '✗' | '–'>(faults.map((fault) => [fault, '–']));
        seen.set(`${tag}, ${row.operation}`, cells);
        for (const fault of faults.filter((each) => !row.unless?.includes(each))) {
          cells.set(fault, '✗');
          it(`${row.operation}, ${fault}: nothing is lost, and the way goes on`, async () => {
            await runCell(tag, row, fault);
            cells.set(fault, '✓');
          });
        }
      }
    });
  }

  after(() => {
    const lines = [...seen].map(([name, cells]) => `${[...cells.values()].join(' ')}  ${name}`);
    console.warn([`Faults: ${faults.join(', ')}`, ...lines].join('\n'));
  });
});
