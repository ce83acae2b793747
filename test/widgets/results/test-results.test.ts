import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { june } from '../../../mocks/people/june/june.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import {
  allByRole,
  byRole,
  expectFocusOn,
  isThere,
  nameOf,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import { patWith, reportWith } from '../../../stories/fixtures/support/reports.js';
import { consoleLines } from '../../support/console-errors.js';
import { press, reads } from '../support/reads.js';
import { cellsOf, counts, mountResults, namesIn, searchesOf } from '../support/results.js';

const signedInAs = 'june.whitfield';
const people = [june(Date.parse('2026-05-04T13:30:00Z'))];

const few = (count: number) =>
  patWith(
    ...Array.from({ length: count }, (_, index) =>
      reportWith({ id: `r${index}`, name: `Test ${count - index}` }),
    ),
  );

const mountPat = (count: number, template = html`<test-results></test-results>`) =>
  mountResults({ signedInAs: 'pat.doe', people: [few(count)] }, template);

describe('<test-results>: the list', () => {
  it('tells of each result what it is, when, of which kind, how it stands, and who ordered it', async () => {
    const flag = (interpretation: 'high' | 'normal') => ({
      id: interpretation,
      name: interpretation,
      code: null,
      value: null,
      absentReason: null,
      referenceRange: null,
      interpretation,
      previousValue: null,
    });
    const { widget } = await mountResults({
      signedInAs: 'pat.doe',
      people: [
        patWith(
          reportWith({
            id: 'a',
            name: 'Salts',
            status: 'corrected',
            collectedAt: '2026-05-04T02:30:00Z',
            orderedBy: 'Ada Wong, MD',
            observations: [flag('high'), flag('normal')],
          }),
          reportWith({
            id: 'b',
            name: 'Chest X-ray',
            category: 'imaging',
            status: 'amended',
            observations: [flag('normal')],
          }),
          reportWith({ id: 'c', name: 'Culture', category: 'microbiology', status: 'cancelled' }),
        ),
      ],
    });
    await reads(widget, 'Showing 3 of 3');
    const [latest = widget] = allByRole(widget, 'table');
    expect(allByRole(latest, 'columnheader').map(textOf)).to.deep.equal([
      'Test',
      'Collected',
      'Ordered by',
      'Type',
      'Status',
    ]);
    // In the portal's time zone it was still the day before.
    expect(cellsOf(widget, 'Salts')).to.deep.equal([
      'May 3, 2026',
      'Ada Wong, MD',
      'Lab test',
      'Corrected 1 out of range',
    ]);
    expect(cellsOf(widget, 'Chest X-ray')).to.deep.equal([
      'Date not given',
      'Not given',
      'Imaging',
      'Updated None flagged',
    ]);
    expect(cellsOf(widget, 'Culture')).to.deep.equal([
      'Date not given',
      'Not given',
      'Culture',
      'Canceled No values',
    ]);
  });

  it('shows 1,200 results page by page, each once, by month', async () => {
    const { widget } = await mountResults(
      { signedInAs, people },
      html`<test-results page-size="100"></test-results>`,
    );
    for (let shown = 100; shown <= 1200; shown += 100) {
      await counts(widget, `Showing ${shown.toLocaleString('en')} of 1,200`);
      widget.shadowRoot?.getElementById('more')?.click();
    }
    expect(isThere(widget, 'button', 'Load more')).to.equal(false);
    const ids = allByRole(widget, 'rowheader').map((row) => row.querySelector('button')?.value);
    expect(new Set(ids).size).to.equal(1200);
    const tables = allByRole(widget, 'table');
    const sizes = tables.map((table) => allByRole(table, 'rowheader').length);
    expect(Math.max(...sizes)).to.be.at.most(20);
    expect(nameOf(tables.at(-1) ?? widget)).to.match(/^[A-Z][a-z]+ \d{4} \(.*\b1200\)$/);
    expect(new Set(tables.map(nameOf)).size).to.equal(tables.length);
    for (const table of tables) expect(allByRole(table, 'columnheader')).to.have.lengthOf(5);
    const months = allByRole(widget, 'heading').slice(1).map(textOf);
    expect(new Set(months).size).to.equal(months.length);
    expect(months.every((month) => /^[A-Z][a-z]+ \d{4}$/.test(month))).to.equal(true);
  });

  it('has a heading for each month, once, however many pages and tables it takes', async () => {
    const on = (day: string, count: number) =>
      Array.from({ length: count }, (_, n) =>
        reportWith({ id: `${day}-${n}`, name: `${day} ${n}`, collectedAt: `${day}T15:00:00Z` }),
      );
    const people = [patWith(...on('2026-03-10', 2), ...on('2026-02-10', 45), reportWith({}))];
    const { widget } = await mountResults({ signedInAs: 'pat.doe', people });
    await reads(widget, 'Showing 20 of 48');
    press(widget, 'Load more');
    await reads(widget, 'Showing 40 of 48');
    press(widget, 'Load more');
    await reads(widget, 'Showing 48 of 48');
    const headings = allByRole(widget, 'heading');
    expect(headings.map((heading) => `${heading.localName} ${textOf(heading)}`)).to.deep.equal([
      'h2 Test results',
      'h3 March 2026',
      'h3 February 2026',
      'h3 Date not given',
    ]);
    expect(allByRole(widget, 'table').map(nameOf)).to.deep.equal([
      'March 2026 (1–2)',
      'February 2026 (3–20)',
      'February 2026 (21–40)',
      'February 2026 (41–47)',
      'Date not given (48)',
    ]);
  });

  it('leaves tables that are out of view to be laid out later', async () => {
    const { widget } = await mountPat(25, html`<test-results page-size="25"></test-results>`);
    await reads(widget, 'Showing 25 of 25');
    for (const table of allByRole(widget, 'table')) {
      const { contentVisibility } = getComputedStyle(table.parentElement ?? table);
      expect(contentVisibility).to.equal('auto');
    }
  });

  it('says when nothing is in the record, and shows nothing to search or print', async () => {
    const { widget } = await mountResults({ signedInAs: 'mina.park' });
    await reads(widget, 'No test results yet');
    await reads(widget, 'Doctors choose which types of tests show here.');
    expect(allByRole(widget, 'button').map(nameOf)).to.deep.equal([
      'Why a result may not be here yet',
    ]);
  });
});

describe('<test-results>: load more', () => {
  it('goes on at the first new row, and tells how far one is', async () => {
    const stage = await mountPat(45);
    const { widget, backend } = stage;
    await reads(widget, 'Showing 20 of 45');
    const status = byRole(widget, 'status', /^Showing/);
    const more = byRole(widget, 'button', 'Load more');
    more.focus();
    const release = backend.faults.hold('searchResults');
    await sendKeys({ press: 'Enter' });
    await eventually(() => expect(nameOf(more)).to.equal('Loading…'));
    expect(more.getAttribute('aria-disabled')).to.equal('true');
    more.click(); // asks for nothing: the page is on its way
    release();
    await reads(widget, 'Showing 40 of 45');
    expect(byRole(widget, 'status', /^Showing/) === status).to.equal(true);
    expect(namesIn(widget)).to.have.lengthOf(40);
    expect(searchesOf(stage)).to.have.lengthOf(2);
    const [, second] = allByRole(widget, 'table');
    expectFocusOn(allByRole(second ?? widget, 'button')[0]);

    press(widget, 'Load more');
    await reads(widget, 'Showing 45 of 45');
    expect(new Set(namesIn(widget)).size).to.equal(45);
  });

  it('leaves alone who has gone elsewhere meanwhile', async () => {
    const { widget, backend } = await mountPat(45);
    await reads(widget, 'Showing 20 of 45');
    const release = backend.faults.hold('searchResults');
    press(widget, 'Load more');
    const print = byRole(widget, 'button', 'Print');
    print.focus();
    release();
    await reads(widget, 'Showing 40 of 45');
    expectFocusOn(print);
  });

  it('keeps what is there when it fails, and tries again', async () => {
    const stage = await mountPat(45);
    const { widget, backend } = stage;
    await reads(widget, 'Showing 20 of 45');
    backend.faults.set('searchResults', { outcome: 'internal' });
    const more = byRole(widget, 'button', 'Load more');
    more.focus();
    more.click();
    await reads(widget, 'Something went wrong on our side.');
    expect(textOf(byRole(widget, 'alert'))).to.contain('Try again in a few minutes.');
    expect(namesIn(widget)).to.have.lengthOf(20);
    expectFocusOn(more);
    expect(nameOf(more)).to.equal('Try again');

    backend.faults.clear();
    more.click();
    await reads(widget, 'Showing 40 of 45');
    expect(new Set(namesIn(widget)).size).to.equal(40);
    expect(isThere(widget, 'alert')).to.equal(false);
    const cursors = searchesOf(stage).map(({ cursor }) => cursor);
    expect(cursors[1]).to.be.a('string');
    expect(cursors[2]).to.equal(cursors[1]);
  });
});

describe('<test-results>: a list that fails', () => {
  for (const outcome of ['internal', 'wrong'] as const) {
    it(`says so and tries again (${outcome})`, async () => {
      const { widget, backend } = await mountResults({
        signedInAs: 'rosa.delgado',
        prepare: ({ faults }) => faults.set('searchResults', { outcome }),
      });
      await reads(widget, 'Something went wrong on our side.');
      expect(textOf(widget)).not.to.contain('Loading');
      backend.faults.clear();
      press(widget, 'Try again');
      expect(await reads(widget, 'Showing 20 of')).not.to.contain('The portal is not working');
      expectFocusOn(byRole(widget, 'heading', 'Test results'));
    });
  }
});

describe('<test-results>: its attributes', () => {
  it('page-size is how many results are fetched at a time', async () => {
    const stage = await mountPat(5, html`<test-results page-size="2"></test-results>`);
    await reads(stage.widget, 'Showing 2 of 5');
    expect(searchesOf(stage)).to.deep.equal([{ limit: 2 }]);
    stage.widget.pageSize = 3;
    await reads(stage.widget, 'Showing 3 of 5');
    stage.widget.removeAttribute('page-size');
    await reads(stage.widget, 'Showing 5 of 5');
  });

  for (const wrong of ['0', '101', '2.5', 'many', '-1']) {
    it(`page-size="${wrong}" is 20 instead, with one warning`, async () => {
      const warnings = await consoleLines(async () => {
        const { widget } = await mountPat(
          25,
          html`<test-results page-size=${wrong}></test-results>`,
        );
        await reads(widget, 'Showing 20 of 25');
      });
      expect(warnings).to.have.lengthOf(1);
      expect(warnings[0]).to.contain('page-size');
    });
  }

  it('heading-level is the level of its heading, and of the heading of a result', async () => {
    const { widget } = await mountPat(1, html`<test-results heading-level="3"></test-results>`);
    await reads(widget, 'Showing 1 of 1');
    expect(byRole(widget, 'heading', 'Test results').localName).to.equal('h3');
    expect(byRole(widget, 'heading', 'Date not given').localName).to.equal('h4');
    press(widget, 'Test 1');
    await eventually(() => expect(byRole(widget, 'heading', 'Test 1').localName).to.equal('h3'));
  });
});

describe('<test-results>: on a narrow page', () => {
  it('shows rows as blocks, with what is unusual only, and nothing sticks out', async () => {
    const { widget } = await mountResults();
    await reads(widget, 'Showing 20 of');
    const columns = allByRole(widget, 'columnheader').length;
    expect(columns).to.be.at.least(5);
    widget.style.width = '320px';
    widget.style.fontSize = '200%';
    const [row] = allByRole(widget, 'row').slice(-1);
    if (!row) throw new Error('There is no row.');
    await eventually(() => expect(getComputedStyle(row).display).to.equal('grid'));
    expect(isThere(widget, 'columnheader')).to.equal(false);
    const clipped = [...row.querySelectorAll('.usual')].map(
      (cell) => getComputedStyle(cell).clipPath,
    );
    expect(new Set(clipped)).to.deep.equal(new Set(['inset(50%)']));
    expect(textOf(row)).to.contain('Lab test');
    expect(widget.scrollWidth).to.be.at.most(320);
  });
});
