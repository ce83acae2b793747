import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Observation } from '../../../src/contract/record/results.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { onPaper } from '../support/on-paper.js';
import {
  allByRole,
  byRole,
  expectFocusOn,
  isThere,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import { patWith } from '../../../stories/fixtures/support/reports.js';
import { press, reads } from '../support/reads.js';
import {
  cellsOf,
  mountResults,
  openResult,
  sodium,
  quantity,
  range,
  years,
} from '../support/results.js';

/** So many, on one day after the other. */
const daily = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    sodium(new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10), {
      value: quantity(130 + (n % 9)),
    }),
  );

const mountTrend = async (reports = years) => {
  const stage = await mountResults({ signedInAs: 'pat.doe', people: [patWith(...reports)] });
  await openResult(stage.widget, 'Salts');
  press(stage.widget, 'Sodium over time');
  await reads(stage.widget, /Showing \d+ of/);
  return stage;
};

const options = (widget: Element): SVGGElement[] => [
  ...(widget.shadowRoot?.querySelectorAll<SVGGElement>('[role=option]') ?? []),
];
const focusedLabel = (widget: Element) =>
  widget.shadowRoot?.activeElement?.getAttribute('aria-label');

describe('<test-results>: one analyte over time', () => {
  it('opens from its value with the focus on its name, and goes back to where one was', async () => {
    const { widget } = await mountTrend();
    expectFocusOn(byRole(widget, 'heading', 'Sodium over time'));
    expect(isThere(widget, 'rowheader', 'Sodium')).to.equal(false);
    press(widget, 'Back to the result');
    await eventually(() => expectFocusOn(byRole(widget, 'button', 'Sodium over time')));
    press(widget, 'Back to the list');
    await reads(widget, 'Showing 4 of 4');
  });

  it('says in a table what the chart shows, as the laboratories printed it', async () => {
    const { widget } = await mountTrend();
    expect(allByRole(widget, 'columnheader').map(textOf)).to.deep.equal([
      ...['Collected', 'Result', 'Normal range', 'High or low', 'Lab'],
    ]);
    expect(cellsOf(widget, 'May 1, 2026')).to.deep.equal([
      '140 mmol/L Before the correction: 104 mmol/L',
      '135 to 146 mmol/L',
      'Normal',
      'Laboratory of 2026',
    ]);
    expect(cellsOf(widget, 'May 1, 2025')[0]).to.equal('less than 120 mmol/L');
    expect(cellsOf(widget, 'May 1, 2023')).to.deep.equal([
      ...['150 mmol/L', '130 to 148 mmol/L', 'High', 'Laboratory of 2023'],
    ]);
  });

  it('says in words what changed, and the least and the greatest', async () => {
    const { widget } = await mountTrend();
    await reads(widget, 'The normal range changed over time.');
    await reads(widget, '4 measurements from May 1, 2023 to May 1, 2026.');
    await reads(
      widget,
      /Latest: 140 mmol.L\. Lowest: less than 120 mmol.L, May 1, 2025\. Highest: 150 mmol.L, May 1, 2023\. Out of range: 2\./,
    );
  });

  const lead = (day: string, comparator: '<' | '>' | null, value: number, unit = 'ug/L') =>
    sodium(day, { value: { kind: 'quantity', value, comparator, unit } });

  it('says less than and more than of values told in another unit, too', async () => {
    const { widget } = await mountTrend([
      lead('2023-05-01', '<', 0.1, 'mg/L'),
      lead('2024-05-01', null, 90),
    ]);
    await reads(widget, /Lowest: 90 µg.L or less\. Highest: 90 µg.L or more\./);
    expect(options(widget)[0]?.getAttribute('aria-label')).to.match(
      /^May 1, 2023: less than 100 µg.L \(less than 0\.1 mg.L\)\./,
    );
  });

  it('tells the least and the greatest no more exactly than they are known', async () => {
    const { widget } = await mountTrend([
      lead('2022-05-01', null, 5),
      lead('2023-05-01', '<', 0.01),
      lead('2024-05-01', '>', 500),
      lead('2025-05-01', '<', 0.01),
    ]);
    await reads(
      widget,
      /Latest: less than 0\.01 µg.L\. Lowest: less than 0\.01 µg.L\. Highest: more than 500 µg.L, May 1, 2024\./,
    );
  });

  it('has points that the arrow keys reach one by one, each with its facts', async () => {
    const { widget } = await mountTrend();
    const list = widget.shadowRoot?.querySelector('[role=listbox]');
    expect(list?.getAttribute('aria-label')).to.equal('Measurements');
    expect(options(widget).map((option) => option.getAttribute('aria-label'))).to.deep.equal([
      'May 1, 2023: 150 mmol/L. High. Normal range: 130 to 148 mmol/L.',
      'May 1, 2024: 131 mmol/L. Low. Normal range: 135 to 146 mmol/L.',
      'May 1, 2025: less than 120 mmol/L. Normal range: 135 to 146 mmol/L.',
      'May 1, 2026: 140 mmol/L. Before the correction: 104 mmol/L. Normal. Normal range: 135 to 146 mmol/L.',
    ]);
    const tabbable = () => options(widget).filter((option) => option.tabIndex === 0);
    expect(tabbable()).to.have.lengthOf(1);
    tabbable()[0]?.focus();
    expect(focusedLabel(widget)).to.match(/^May 1, 2026/);
    for (const [key, year] of [
      ['ArrowLeft', 2025],
      ['ArrowLeft', 2024],
      ['ArrowRight', 2025],
      ['Home', 2023],
      ['ArrowLeft', 2023],
      ['End', 2026],
      ['ArrowRight', 2026],
      ['ArrowUp', 2025],
    ] as const) {
      await sendKeys({ press: key });
      expect(focusedLabel(widget), key).to.match(new RegExp(`^May 1, ${year}`));
    }
    await widget.updateComplete;
    expect(tabbable().map((option) => option.getAttribute('aria-selected'))).to.deep.equal([
      'true',
    ]);
    const said = widget.shadowRoot?.querySelector('[part=measurement]')?.textContent;
    expect(said).to.equal(focusedLabel(widget));
  });

  it('tells the time, too, of those that are of one day', async () => {
    const at = (hour: number, value: number) => ({
      ...sodium('2026-05-01', { id: `sodium-at-${hour}`, value: quantity(value) }),
      id: `at-${hour}`,
      collectedAt: `2026-05-01T${hour}:00:00Z`,
    });
    const { widget } = await mountTrend([
      sodium('2025-05-01', { value: quantity(139) }),
      ...[at(14, 140), at(18, 150), at(23, 130)],
    ]);
    const whens = options(widget).map((each) => each.getAttribute('aria-label')?.split(': ')[0]);
    expect(whens[0]).to.equal('May 1, 2025');
    expect(new Set(whens).size).to.equal(4);
    for (const when of whens.slice(1)) expect(when).to.match(/^May 1, 2026, \d+:00\s[AP]M$/);
    expect(
      allByRole(widget, 'rowheader').map(({ textContent }) => textContent.trim()),
    ).to.deep.equal(whens.reverse());
    await reads(widget, /Lowest: 130 mmol.L, May 1, 2026, \d+:00 PM\./);
  });

  it('takes a range that the lab did not give for none that has changed', async () => {
    const { widget } = await mountTrend([
      sodium('2024-05-01', { value: quantity(139), referenceRange: range(135, 146) }),
      sodium('2025-05-01', { value: quantity(140) }),
      sodium('2026-05-01', { value: quantity(141), referenceRange: range(135, 146) }),
    ]);
    expect(options(widget)[1]?.getAttribute('aria-label')).to.equal(
      'May 1, 2025: 140 mmol/L. The lab gave no normal range.',
    );
    expect(textOf(widget)).not.to.contain('normal range changed');
  });

  it('tells critical values from others by their shape, which the key names', async () => {
    const flagged = (year: number, interpretation: Observation['interpretation']) =>
      sodium(`${year}-05-01`, { value: quantity(year - 1880), interpretation });
    const { widget } = await mountTrend([
      flagged(2022, 'critical-low'),
      flagged(2023, 'low'),
      flagged(2024, 'normal'),
      flagged(2025, 'high'),
      flagged(2026, 'critical-high'),
    ]);
    const shapes = options(widget).map((each) => each.querySelector('path')?.getAttribute('d'));
    expect(new Set(shapes).size).to.equal(5);
    const key = widget.shadowRoot?.querySelector('.key') ?? widget;
    expect(allByRole(key, 'listitem').map(textOf)).to.deep.equal([
      ...['Critically high', 'High', 'Low', 'Critically low'],
    ]);
  });

  it('draws the range that held at each value, in steps', async () => {
    const { widget } = await mountTrend();
    const bands = [...(widget.shadowRoot?.querySelectorAll('[part=chart] .band') ?? [])];
    expect(bands).to.have.lengthOf(2);
    const [first, second] = bands.map((band) => band.getBoundingClientRect());
    expect(first?.right).to.be.closeTo(second?.left ?? 0, 0.5);
    expect(first?.height).not.to.equal(second?.height);
  });

  it('draws units that cannot be told in each other on axes of their own', async () => {
    const { widget } = await mountTrend([
      sodium('2022-01-01', { value: quantity(322, 'mg/dL') }),
      sodium('2023-01-01', { value: quantity(320, 'mg/dL') }),
      sodium('2024-01-01', { value: quantity(0.14, 'mol/L') }),
      sodium('2025-01-01', { value: quantity(141) }),
    ]);
    await reads(widget, /can’t convert exactly: mmol\/L, mg\/dL/);
    await reads(widget, 'The lab has changed how it writes the unit.');
    const charts = [...(widget.shadowRoot?.querySelectorAll('[part=chart]') ?? [])];
    expect(charts.map((chart) => chart.getAttribute('aria-label'))).to.deep.equal([
      'Chart: Sodium, Measured in mmol/L',
      'Chart: Sodium, Measured in mg/dL',
    ]);
    expect(options(widget)[0]?.getAttribute('aria-label')).to.match(
      /^Jan 1, 2024: 140 mmol\/L \(0\.14 mol\/L\)\./,
    );
  });

  it('draws a single measurement of another unit, too', async () => {
    const { widget } = await mountTrend([
      sodium('2023-01-01', { value: quantity(100, 'mg/dL') }),
      sodium('2024-01-01', { value: quantity(110, 'mg/dL') }),
      sodium('2026-01-01', { value: quantity(7.1) }),
    ]);
    await reads(widget, /can’t convert exactly: mmol\/L, mg\/dL\. Each has its own chart/);
    expect(options(widget).map((option) => option.getAttribute('aria-label'))).to.have.lengthOf(3);
    await reads(
      widget,
      /Measured in mmol.L Jan 1, 2026: 7\.1 mmol.L\..* Measured in mg.dL .*Latest: 110 mg.dL\./,
    );
    expect(textOf(widget)).not.to.contain('1 measurements');
  });

  it('promises no charts where no unit has two measurements', async () => {
    const { widget } = await mountTrend([
      sodium('2023-01-01', { value: quantity(100, 'mg/dL') }),
      sodium('2026-01-01', { value: quantity(7.1) }),
    ]);
    await reads(widget, 'exactly: mmol/L, mg/dL. Do not compare their numbers.');
    await reads(widget, 'A chart needs at least two numbers with the same unit.');
    expect(options(widget)).to.have.lengthOf(0);
  });

  it('shows what has no number or no date in the table only', async () => {
    const undated = sodium('2021-01-01', { value: quantity(139) });
    const { widget } = await mountTrend([
      ...years,
      { ...undated, collectedAt: null },
      sodium('2022-01-01', {
        value: { kind: 'text', text: 'Hemolyzed' },
        referenceRange: range(135, 146),
      }),
    ]);
    await reads(widget, 'Results without a number or a date are only in the table.');
    expect(options(widget)).to.have.lengthOf(4);
    expect(cellsOf(widget, 'Date not given')[0]).to.equal('139 mmol/L');
    expect(cellsOf(widget, 'Jan 1, 2022')[0]).to.equal('Hemolyzed');
  });

  it('prints no ring around the point that is chosen', async () => {
    const { widget } = await mountTrend();
    const ring = widget.shadowRoot?.querySelector('[aria-selected=true] .target');
    if (!ring) throw new Error('No point is chosen.');
    expect(getComputedStyle(ring).stroke).not.to.equal('none');
    onPaper(widget, () => {
      expect(getComputedStyle(ring).stroke).to.equal('none');
    });
  });

  it('is as wide as its widget', async () => {
    const { widget } = await mountTrend();
    widget.style.width = '320px';
    await eventually(() => {
      const width = widget.shadowRoot?.querySelector('[part=chart]')?.getAttribute('width');
      expect(width).to.equal('320');
    });
    expect(widget.scrollWidth).to.be.at.most(320);
  });

  it('loads a long time page by page, and asks only for the analyte, in the body', async () => {
    const { widget, requests } = await mountTrend(daily(130));
    await reads(widget, 'Showing 100 of 130');
    byRole(widget, 'button', 'Show earlier measurements').focus();
    await sendKeys({ press: 'Enter' });
    await reads(widget, 'Showing 130 of 130');
    expectFocusOn(allByRole(widget, 'rowheader')[100]);
    expect(isThere(widget, 'button', 'Show earlier measurements')).to.equal(false);
    const asked = requests.filter(({ url }) => url.includes('/observations/'));
    expect(asked.map(({ url }) => new URL(url).pathname)).to.deep.equal(
      Array(2).fill('/api/patients/pat/observations/search'),
    );
    expect(
      asked.map(({ body }) => (JSON.parse(body) as { analyte: string }).analyte),
    ).to.deep.equal(['Sodium', 'Sodium']);
  });

  it('leaves alone who has gone elsewhere while earlier ones come', async () => {
    const { widget, backend } = await mountTrend(daily(130));
    const release = backend.faults.hold('searchObservations');
    press(widget, 'Show earlier measurements');
    const print = byRole(widget, 'button', 'Print');
    print.focus();
    release();
    await reads(widget, 'Showing 130 of 130');
    expectFocusOn(print);
  });

  it('is read again after a failure, with the focus on its name', async () => {
    const { widget, backend } = await mountResults({
      signedInAs: 'pat.doe',
      people: [patWith(...years)],
    });
    await openResult(widget, 'Salts');
    backend.faults.set('searchObservations', { outcome: 'offline' });
    press(widget, 'Sodium over time');
    await reads(widget, 'We cannot reach the portal.');
    backend.faults.clear();
    press(widget, 'Try again');
    await reads(widget, 'Showing 4 of 4');
    expectFocusOn(byRole(widget, 'heading', 'Sodium over time'));
  });

  it('leaves the page when somebody signs out, answers on their way included', async () => {
    const { widget, session, backend, requests } = await mountResults({
      signedInAs: 'pat.doe',
      people: [patWith(...years)],
    });
    await openResult(widget, 'Salts');
    press(widget, 'Sodium over time');
    await reads(widget, 'Showing 4 of 4');
    press(widget, 'Back to the result');
    const release = backend.faults.hold('searchObservations');
    await eventually(() => byRole(widget, 'button', 'Sodium over time'));
    press(widget, 'Sodium over time');
    await eventually(() => expect(requests.at(-1)?.url).to.contain('/observations/'));
    await session.context?.store.dispatch({ type: 'sign-out' });
    release();
    await reads(widget, 'Sign in to see your test results.');
    expect(widget.shadowRoot?.textContent).not.to.match(/Sodium|mmol/);
  });
});
