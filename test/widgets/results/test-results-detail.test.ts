import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Interpretation } from '../../../src/contract/record/results.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalResultOpenedEvent } from '../../../src/widgets/test-results/test-results.events.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import {
  allByRole,
  byRole,
  expectFocusOn,
  isThere,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import { observationWith, patWith, reportWith } from '../../../stories/fixtures/support/reports.js';
import { press, reads } from '../support/reads.js';
import { cellsOf, mountResults, namesIn, openResult } from '../support/results.js';

type Report = Parameters<typeof reportWith>[0];

/** The result of Pat, open. */
const mountResult = async (facts: Report) => {
  const people = [patWith(reportWith(facts))];
  const stage = await mountResults({ signedInAs: 'pat.doe', people });
  await openResult(stage.widget, facts.name ?? 'Salts');
  return stage;
};

const quantity = (value: number, unit: string | null = 'mmol/L') =>
  ({ kind: 'quantity', value, comparator: null, unit }) as const;

describe('<test-results>: one result', () => {
  it('opens by keyboard, tells so by its id alone, and takes the focus', async () => {
    const { widget, session, requests } = await mountResults();
    await reads(widget, 'Showing 20 of');
    const opened: PortalResultOpenedEvent[] = [];
    session.addEventListener('portal-result-opened', (event) => opened.push(event));
    const button = byRole(widget, 'button', 'Mammogram') as HTMLButtonElement;
    button.focus();
    await sendKeys({ press: 'Enter' });
    await reads(widget, 'BI-RADS 2');
    expectFocusOn(byRole(widget, 'heading', 'Mammogram'));
    expect(opened.map(({ resultId }) => resultId)).to.deep.equal([button.value]);
    expect(JSON.stringify(opened)).not.to.contain('Mammogram');
    expect(requests.at(-1)?.url).to.match(new RegExp(`/results/${button.value}$`));
  });

  it('opens from anywhere in its row', async () => {
    const { widget } = await mountResults();
    await reads(widget, 'Showing 20 of');
    const row = byRole(widget, 'button', 'Mammogram').closest('tr');
    row?.querySelector<HTMLElement>('td:last-child')?.click();
    await reads(widget, 'BI-RADS 2');
    expectFocusOn(byRole(widget, 'heading', 'Mammogram'));
  });

  it('gives way to the list again, with the focus where it was', async () => {
    const { widget } = await mountResults();
    await reads(widget, 'Showing 20 of');
    press(widget, 'Load more');
    await reads(widget, 'Showing 35 of 35');
    const names = namesIn(widget);
    const button = allByRole(widget, 'rowheader').at(-1)?.querySelector('button');
    button?.focus();
    button?.click();
    await eventually(() => byRole(widget, 'button', 'Back to the list'));
    expect(isThere(widget, 'search')).to.equal(false);
    press(widget, 'Back to the list');
    await eventually(() => {
      expectFocusOn(button);
      const { top, bottom } = button?.getBoundingClientRect() ?? { top: -1, bottom: Infinity };
      expect(top).to.be.at.least(0);
      expect(bottom).to.be.at.most(innerHeight);
    });
    expect(namesIn(widget)).to.deep.equal(names);
  });

  it('tells when, where and by whom', async () => {
    const { widget } = await mountResult({
      name: 'Salts',
      collectedAt: '2026-05-01T02:30:00Z',
      reportedAt: '2026-05-01T12:00:00Z',
      orderedBy: 'Ada Wong, MD',
      laboratory: 'Harbor Street Laboratory',
      specimen: 'Blood',
    });
    await reads(widget, 'Apr 30, 2026 · Ada Wong, MD');
    expect(textOf(widget)).not.to.contain('Harbor Street Laboratory');
    press(widget, 'Lab, specimen, and dates');
    const text = (await reads(widget, 'Status')).replace(/ +/g, ' ');
    for (const fact of [
      'Status Final',
      'Collected Apr 30, 2026',
      'Reported May 1, 2026',
      'Ordered by Ada Wong, MD',
      'Lab Harbor Street Laboratory',
      'Specimen Blood',
    ]) {
      expect(text).to.contain(fact);
    }
  });

  it('says plainly what the source does not tell', async () => {
    const { widget } = await mountResult({
      observations: [observationWith({ value: quantity(140, null) })],
    });
    press(widget, 'Lab, specimen, and dates');
    const text = (await reads(widget, 'Status')).replace(/ +/g, ' ');
    expect(text).to.contain('Collected Date not given');
    expect(text).to.contain('Ordered by Not given');
    expect(text).to.contain('Specimen Not given');
    expect(cellsOf(widget, 'Sodium')).to.deep.equal(['140 Over time', 'No range from the lab', '']);
    expect(text).not.to.match(/null|undefined|NaN/);
  });

  it('shows each value with unit, range and every flag in words', async () => {
    const flags: Readonly<Record<Interpretation, string>> = {
      normal: 'Normal',
      low: 'Low',
      high: 'High',
      'critical-low': 'Critically low',
      'critical-high': 'Critically high',
      abnormal: 'Abnormal',
      positive: 'Positive',
    };
    const { widget } = await mountResult({
      observations: Object.keys(flags).map((flag) =>
        observationWith({
          name: flag,
          value: quantity(4.1),
          referenceRange: { low: 3.5, high: 5.1, text: null },
          interpretation: flag as Interpretation,
        }),
      ),
    });
    for (const [flag, words] of Object.entries(flags)) {
      expect(cellsOf(widget, flag)).to.deep.equal([
        '4.1 mmol/L Over time',
        '3.5 to 5.1 mmol/L',
        words,
      ]);
    }
    expect(allByRole(widget, 'rowheader').map(textOf)).to.deep.equal(Object.keys(flags));
  });

  it('shows what a corrected value was before', async () => {
    const { widget } = await mountResult({
      status: 'corrected',
      correction: { text: 'The tube was mixed up.', correctedAt: '2026-05-02T15:00:00Z' },
      observations: [observationWith({ value: quantity(140), previousValue: quantity(160) })],
    });
    await reads(widget, 'This result was corrected.');
    await reads(widget, 'May 2, 2026: The tube was mixed up.');
    expect(cellsOf(widget, 'Sodium')[0]).to.equal(
      '140 mmol/L Before the correction: 160 mmol/L Over time',
    );
  });

  it('shows why a canceled test has no values', async () => {
    const { widget } = await mountResult({
      status: 'cancelled',
      correction: { text: 'The tube broke.', correctedAt: null },
      observations: [
        observationWith({ absentReason: 'Not enough blood' }),
        observationWith({ name: 'Potassium' }),
      ],
    });
    await reads(widget, 'This test was canceled, so it has no values. The tube broke.');
    expect(cellsOf(widget, 'Sodium')).to.deep.equal(['Not enough blood']);
    expect(cellsOf(widget, 'Potassium')).to.deep.equal(['No value']);
  });

  it('shows what was added later', async () => {
    const { widget } = await mountResult({
      status: 'amended',
      correction: { text: 'A stain was added.', correctedAt: null },
    });
    await reads(widget, 'This result was updated. A stain was added.');
  });

  it('keeps the lines of a text, over the width of the table', async () => {
    const text = 'No mass is seen.\n\nBI-RADS 2: benign.';
    const { widget } = await mountResult({
      observations: [observationWith({ name: 'Finding', value: { kind: 'text', text } })],
    });
    expect(allByRole(widget, 'columnheader').map(textOf)).to.deep.equal(['Test', 'Result']);
    const [cell] = allByRole(widget, 'cell');
    const words = cell?.querySelector('span');
    expect(words?.textContent).to.equal(text);
    expect(words && getComputedStyle(words).whiteSpace).to.match(/^pre-wrap|preserve/);
  });

  it('lines columns up', async () => {
    const text = 'GRADE    SCORE\n  I        5';
    const { widget } = await mountResult({
      observations: [observationWith({ name: 'Finding', value: { kind: 'text', text } })],
    });
    const words = allByRole(widget, 'cell')[0]?.querySelector('span');
    expect(words && getComputedStyle(words).fontFamily).to.contain('monospace');
  });

  it('says that a part is missing, what a value is a part of and when it was taken', async () => {
    const { widget } = await mountResult({
      incomplete: true,
      observations: [
        observationWith({ name: 'Glucose', group: 'Urine', takenAt: '2026-05-01T14:30:00Z' }),
      ],
    });
    await reads(widget, /We can’t show part of this result here\. Ask your .*: 1-555-555-0118/);
    const [header] = allByRole(widget, 'rowheader').map(textOf);
    expect(header).to.match(/^Urine: Glucose May 1, 2026, 10:30\sAM$/);
  });

  it('tells of each germ which drugs work, with what the laboratory measured', async () => {
    let count = 0;
    const said = (name: string, text: string) =>
      observationWith({ id: `said-${(count += 1)}`, name, value: { kind: 'text', text } });
    const { widget } = await mountResult({
      category: 'microbiology',
      observations: [
        said('Culture', 'Escherichia coli'),
        said('Ampicillin', 'Resistant (>=32 ug/mL)'),
        observationWith({ id: 'mic', name: 'Cefazolin MIC', value: quantity(4, 'ug/mL') }),
        said('Nitrofurantoin', 'Susceptible (<=16 ug/mL)'),
        said('Culture', 'Klebsiella pneumoniae'),
        said('Ciprofloxacin', 'Susceptible'),
      ],
    });
    const rowsOf = (germ: string) => {
      const table = byRole(widget, 'table', `Which medications work against ${germ}`);
      return allByRole(table, 'rowheader').map((header) => [
        textOf(header),
        ...allByRole(header.closest('tr') ?? table, 'cell').map(textOf),
      ]);
    };
    expect(rowsOf('Escherichia coli')).to.deep.equal([
      ['Ampicillin', 'Doesn’t work', 'Resistant (>=32 ug/mL)'],
      ['Cefazolin MIC', '', '4 µg/mL'],
      ['Nitrofurantoin', 'Works', 'Susceptible (<=16 ug/mL)'],
    ]);
    expect(rowsOf('Klebsiella pneumoniae')).to.deep.equal([
      ['Ciprofloxacin', 'Works', 'Susceptible'],
    ]);
  });

  describe('with a critical value', () => {
    const critical = (reportedAt: string | null) =>
      mountResult({
        reportedAt,
        note: { author: 'Ada Wong, MD', text: 'Come in.', writtenAt: '2026-05-02T15:00:00Z' },
        observations: [observationWith({ value: quantity(6.9), interpretation: 'critical-high' })],
      });

    it('says before all else whom to call now', async () => {
      for (const reportedAt of ['2026-05-01T12:00:00Z', null]) {
        const { widget, session } = await critical(reportedAt);
        await reads(
          widget,
          /Salts This result has a critical value\. Call your office now: 1-555-555-0118 If you feel very sick, call 911 .*Note from/,
        );
        expect(byRole(widget, 'link', '911').getAttribute('href')).to.equal('tel:911');
        session.remove();
      }
    });

    it('that is long past, asks to call only if nobody has spoken of it', async () => {
      const { widget } = await critical('2025-05-01T12:00:00Z');
      const text = await reads(
        widget,
        'This result had a critical value. If no one has talked with you about it, call your office: 1-555-555-0118',
      );
      expect(text).not.to.contain('now:');
    });
  });

  it('draws each number beside its range, for the eye alone', async () => {
    const measured = (name: string, low: number | null, high: number | null) =>
      observationWith({
        id: name,
        name,
        value: quantity(5),
        referenceRange: { low, high, text: null },
      });
    const { widget } = await mountResult({
      observations: [
        measured('Both', 4, 6),
        measured('Upper', null, 4),
        measured('Lower', 6, null),
        observationWith({ name: 'None', value: quantity(5) }),
      ],
    });
    await reads(widget, 'None');
    const bars = [...(widget.shadowRoot?.querySelectorAll('.bar') ?? [])];
    expect(bars.map((bar) => bar.getAttribute('aria-hidden'))).to.deep.equal(Array(3).fill('true'));
    const places = bars.map((bar) => {
      const centerOf = (selector: string) => {
        const { left, right } = bar.querySelector(selector)?.getBoundingClientRect() ?? {};
        return ((left ?? 0) + (right ?? 0)) / 2;
      };
      return Math.sign(Math.round(centerOf('.marker') - centerOf('.within'))) + 0; // no -0
    });
    expect(places).to.deep.equal([0, 1, -1]);
  });

  it('of pathology begins with the diagnosis', async () => {
    const said = (name: string) =>
      observationWith({
        id: name.slice(0, 5),
        name,
        value: { kind: 'text', text: `${name} it is.` },
      });
    const { widget } = await mountResult({
      category: 'pathology',
      observations: ['Specimen', 'Microscopy', 'Final diagnosis', 'Comment'].map(said),
    });
    expect(allByRole(widget, 'rowheader').map(textOf)).to.deep.equal([
      'Final diagnosis',
      'Specimen',
      'Microscopy',
      'Comment',
    ]);
  });

  it('closes with Back and opens again with Forward, with the focus where one was', async () => {
    const { widget } = await mountResults();
    await reads(widget, 'Showing 20 of');
    const address = location.href;
    press(widget, 'Hemoglobin A1c');
    await eventually(() => byRole(widget, 'button', 'Hemoglobin A1c over time'));
    press(widget, 'Hemoglobin A1c over time');
    await eventually(() => expectFocusOn(byRole(widget, 'heading', 'Hemoglobin A1c over time')));
    expect(location.href).to.equal(address);
    // Its keys are random, and could hold any digits by chance.
    const told = JSON.stringify(history.state).replaceAll(
      /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g,
      '',
    );
    expect(told).not.to.match(/hemoglobin|4548/i);
    history.back();
    await eventually(() => expectFocusOn(byRole(widget, 'button', 'Hemoglobin A1c over time')));
    history.back();
    await eventually(() => expectFocusOn(byRole(widget, 'button', 'Hemoglobin A1c')));
    history.forward();
    await eventually(() => expectFocusOn(byRole(widget, 'heading', 'Hemoglobin A1c')));
    history.back();
    await reads(widget, 'Showing 20 of');
  });

  it('leaves the history to a page that has a router', async () => {
    const { widget } = await mountResults(
      { signedInAs: 'rosa.delgado' },
      html`<test-results history="off"></test-results>`,
    );
    await reads(widget, 'Showing 20 of');
    const { length, state } = history as { length: number; state: unknown };
    press(widget, 'Mammogram');
    await reads(widget, 'BI-RADS 2');
    expect([history.length, history.state]).to.deep.equal([length, state]);
    press(widget, 'Back to the list');
    await reads(widget, 'Showing 20 of');
  });

  it('shows the note of the physician', async () => {
    const { widget } = await mountResult({
      note: { author: 'Ada Wong, MD', text: 'All is well.', writtenAt: '2026-05-02T15:00:00Z' },
    });
    await reads(
      widget,
      /Note from Ada Wong, MD, May 2, 2026 All is well\. .*Ask about this result/,
    );
  });

  it('is not found any more once the hospital has taken it back', async () => {
    const code = { system: 'http://loinc.org', code: '2951-2', display: 'Sodium' };
    const { widget, backend } = await mountResults({
      signedInAs: 'pat.doe',
      people: [
        patWith(reportWith({ code, observations: [observationWith({ value: quantity(140) })] })),
      ],
    });
    await reads(widget, 'Showing 1 of 1');
    const results = { ...mycooper.results, sensitiveCodes: [code.code] };
    await backend.setPolicy({ ...mycooper, results });
    press(widget, 'Salts');
    const text = await reads(widget, 'We can’t find this.');
    expect(text).not.to.contain('140');
    expect(isThere(widget, 'button', 'Try again')).to.equal(false);
    press(widget, 'Back to the list');
    await reads(widget, 'Showing 1 of 1');
  });

  it('is read again after a failure, with the focus on its name', async () => {
    const { widget, backend } = await mountResults();
    await reads(widget, 'Showing 20 of');
    backend.faults.set('getResult', { outcome: 'internal' });
    press(widget, 'Mammogram');
    await reads(widget, 'Something went wrong on our side.');
    backend.faults.clear();
    byRole(widget, 'button', 'Try again').focus();
    press(widget, 'Try again');
    await reads(widget, 'BI-RADS 2');
    expectFocusOn(byRole(widget, 'heading', 'Mammogram'));
  });

  it('never shows a late answer about another result', async () => {
    const { widget, backend, requests } = await mountResults();
    await openResult(widget, 'Mammogram'); // so that the view is there
    press(widget, 'Back to the list');
    await eventually(() => byRole(widget, 'button', 'Skin biopsy'));
    const { held, release } = backend.faults.holdNext('getResult');
    press(widget, 'Skin biopsy');
    await held;
    const { signal } = requests.at(-1) ?? {};
    press(widget, 'Back to the list');
    await openResult(widget, 'Vitamin D');
    expect(signal?.aborted).to.equal(true);
    release();
    await backend.db.transact(() => undefined);
    expect(textOf(widget)).to.contain('Vitamin D').and.not.to.contain('mole');
  });
});
