import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Person } from '../../mocks/db/records/index.js';
import { rosa } from '../../mocks/people/rosa/rosa.js';
import { mychart } from '../../src/policy/mychart.js';
import { HealthSummary } from '../../src/widgets/health-summary/health-summary.js';
import '../../src/widgets/health-summary/define.js';
import { actFor } from '../../stories/fixtures/steps/proxy.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';
import { onPaper } from './support/on-paper.js';
import { ManualTimers } from '../../stories/fixtures/support/manual-timers.js';
import { mount, type MountOptions } from './support/mount.js';
import {
  allByRole,
  byRole,
  expectFocusOn,
  isThere,
  textOf,
} from '../../stories/fixtures/support/query.js';
import { press, reads } from './support/reads.js';

const open = (options: MountOptions = {}) =>
  mount<HealthSummary>(html`<health-summary></health-summary>`, {
    signedInAs: 'rosa.delgado',
    faqHref: 'faq.html',
    ...options,
  });

/** The part of the summary with this heading. */
const partOf = (widget: Element, name: string): HTMLElement => {
  const part = byRole(widget, 'heading', name).parentElement;
  if (!part) throw new Error(`There is no part "${name}".`);
  return part;
};

const linesOf = (widget: Element, name: string): string[] =>
  allByRole(partOf(widget, name), 'listitem').map(textOf);

describe('<health-summary>', () => {
  it('record.health-summary: has who it is of, and each part of the record', async () => {
    const { widget } = await open();
    await reads(widget, 'Rosa Delgado. Born');
    expect(linesOf(widget, 'Conditions')).to.have.lengthOf(9);
    expect(linesOf(widget, 'Conditions')[0]).to.match(
      /^Vitamin D deficiency Since Apr 26, 2025 Learn more$/,
    );
    expect(linesOf(widget, 'Conditions').at(-1)).to.contain('Resolved');
    expect(linesOf(widget, 'Allergies')[0]).to.match(/^Latex Mild Itching\. Noted \w+ \d+, 2020/);
    expect(linesOf(widget, 'Medications')).to.have.lengthOf(4);
    expect(linesOf(widget, 'Immunizations')[0]).to.match(/^Flu Given Oct 9, 2025$/);
    expect(linesOf(widget, 'Vital signs')[0]).to.match(/mmHg|per minute|lb|in|kg/);
  });

  it('leaves out what is not known, and never says "null"', async () => {
    const rosaInBrief = (now: number): Person => ({
      ...rosa(now),
      patient: { ...rosa(now).patient, birthDate: null, sex: 'unknown' },
      healthSummary: {
        conditions: [
          {
            id: 'c',
            name: 'Hay fever',
            code: null,
            status: 'active',
            onsetOn: null,
            resolvedOn: null,
          },
          { id: 'd', name: 'Flu', code: null, status: 'resolved', onsetOn: null, resolvedOn: null },
        ],
        allergies: [
          { id: 'a', substance: 'Latex', code: null, reactions: [], severity: null, notedOn: null },
        ],
        immunizations: [{ id: 'i', name: 'Polio', code: null, givenOn: null }],
        vitals: [],
      },
    });
    const { widget } = await open({ people: [rosaInBrief(new ManualTimers().now())] });
    await reads(widget, 'Hay fever');
    expect(linesOf(widget, 'Conditions')).to.deep.equal(['Hay fever', 'Flu Resolved']);
    expect(linesOf(widget, 'Allergies')).to.deep.equal(['Latex']);
    expect(linesOf(widget, 'Immunizations')).to.deep.equal(['Polio']);
    await reads(widget, /Health summary Print Rosa Delgado\. Conditions/);
    expect(widget.shadowRoot?.innerHTML).not.to.match(/null|undefined|NaN/);
  });

  it('tells what is not sure, known in part, known to be none or unknown, and not shown', async () => {
    const uncertain = (now: number): Person => ({
      ...rosa(now),
      patient: { ...rosa(now).patient, notShown: { immunizations: 1, results: 3 } },
      medications: [],
      healthSummary: {
        conditions: [
          {
            ...{ id: 'c', name: 'Lung cancer', code: null, status: 'active', severity: 'Severe' },
            ...{ certainty: 'differential', onsetOn: '1999-05', resolvedOn: null },
          },
        ],
        allergies: [],
        immunizations: [],
        vitals: [
          {
            ...{ id: 'v', name: 'Oxygen saturation', code: null, values: [95], unit: '%' },
            takenAt: '2026-05-01T14:00:00Z',
            components: [
              {
                name: 'Oxygen flow',
                value: { kind: 'quantity', value: 6, comparator: '>', unit: 'L/min' },
              },
            ],
          },
          {
            ...{ id: 'w', name: 'Blood pressure', code: null, values: [130.77, 77.41] },
            ...{ unit: 'mmHg', takenAt: '2026-05-01T14:00:00Z' },
          },
        ],
        absences: {
          allergies: { kind: 'none-known', parts: ['No known latex allergy'] },
          medications: { kind: 'no-information', parts: [] },
        },
      },
    });
    const { widget } = await open({ people: [uncertain(new ManualTimers().now())] });
    await reads(widget, 'Lung cancer');
    expect(linesOf(widget, 'Conditions')).to.deep.equal([
      'Lung cancer Possible: one of several causes being checked. Severe. Since May 1999',
    ]);
    expect(textOf(partOf(widget, 'Allergies'))).to.equal(
      'Allergies No known allergies. No known latex allergy',
    );
    expect(textOf(partOf(widget, 'Medications'))).to.contain('no information about medications');
    expect(textOf(partOf(widget, 'Immunizations'))).to.match(
      /^Immunizations 1 entry isn’t shown in full\. Ask your .*: 1-555-555-0118$/,
    );
    expect(
      linesOf(widget, 'Vital signs').map((line) => line.replace(/ May .*/, '')),
    ).to.have.members([
      'Oxygen saturation 95 %, Oxygen flow >6 L/min',
      'Blood pressure 131/77 mmHg',
    ]);
  });

  it('resources.trusted: links by code, without who is asking, and sends nothing by itself', async () => {
    const { widget, requests } = await open();
    await reads(widget, 'Prediabetes');
    const links = allByRole(widget, 'link', /^Learn more about .* at MedlinePlus, in a new tab$/);
    expect(links).to.have.lengthOf.above(15);
    for (const link of links) {
      const { origin } = new URL((link as HTMLAnchorElement).href);
      expect(origin).to.equal('https://connect.medlineplus.gov');
      expect(link.getAttribute('rel')).to.equal('noopener noreferrer');
      expect(link.getAttribute('referrerpolicy')).to.equal('no-referrer');
      expect(link.getAttribute('href')).not.to.match(/rosa|delgado/i);
    }
    const hosts = new Set(requests.map(({ url }) => new URL(url).host));
    expect([...hosts]).to.deep.equal([location.host]);
    await reads(widget, '“Learn more” opens MedlinePlus in a new tab.');
    expect(byRole(widget, 'link', 'Why?').getAttribute('href')).to.equal(
      'faq.html#faq-resources-trusted',
    );
  });

  it('resources.trusted: links to Spanish pages for whoever reads Spanish', async () => {
    const { widget } = await open({ locale: 'es' });
    await reads(widget, 'Resumen de salud');
    const [link] = await eventually(() => {
      const found = allByRole(widget, 'link', /MedlinePlus/);
      expect(found).not.to.have.lengthOf(0);
      return found;
    });
    expect(link?.getAttribute('href')).to.match(/languageCode\.c=es$/);
  });

  it('record.read-only: says who corrects a mistake, and whom to call if it cannot wait', async () => {
    const { widget } = await open({ policy: mychart });
    await reads(widget, 'Prediabetes');
    press(widget, 'Something wrong?');
    await reads(widget, 'Tell your doctor what’s wrong at your next appointment.');
    await reads(widget, 'Call your clinic: 1-555-555-0142');
    expect(isThere(widget, 'alert')).to.equal(false);
    expect(allByRole(widget, 'link', 'Why?').map((link) => link.getAttribute('href'))).to.include(
      'faq.html#faq-record-read-only',
    );
  });

  it('has of long lists the beginning; one reads on at the first new entry', async () => {
    const person = rosa(new ManualTimers().now());
    const immunizations = Array.from({ length: 170 }, (_, n) => ({
      ...{ id: `shot-${n}`, name: `Vaccine ${n}`, code: null },
      givenOn: new Date(Date.UTC(2026, 0, 1 - n)).toISOString().slice(0, 10),
    }));
    const { widget, backend, requests } = await open({
      people: [
        { ...person, healthSummary: { conditions: [], allergies: [], immunizations, vitals: [] } },
      ],
    });
    await reads(widget, 'Showing 50 of 170');
    const entries = () => allByRole(partOf(widget, 'Immunizations'), 'listitem');
    expect(entries()).to.have.lengthOf(50);
    const asked = () => requests.filter(({ url }) => url.endsWith('/health-summary/search'));
    expect(asked()).to.have.lengthOf(0);
    byRole(widget, 'button', 'Load more').focus();
    await sendKeys({ press: 'Enter' });
    await reads(widget, 'Showing 150 of 170');
    expectFocusOn(entries()[50]);
    expect(textOf(entries()[50] as Element)).to.contain('Vaccine 50 Given');
    backend.faults.set('searchHealthSummary', { outcome: 'internal' });
    byRole(widget, 'button', 'Load more').focus();
    await sendKeys({ press: 'Enter' });
    await reads(widget, 'Something went wrong on our side.');
    backend.faults.clear();
    await sendKeys({ press: 'Enter' });
    await reads(widget, 'Showing 170 of 170');
    expectFocusOn(entries()[150]);
    expect(new Set(entries().map(textOf))).to.have.property('size', 170);
    expect(isThere(widget, 'button', 'Load more')).to.equal(false);
  });

  it('tries again what has failed', async () => {
    const { widget, backend } = await open({
      prepare: ({ faults }) => faults.set('getHealthSummary', { outcome: 'internal' }),
    });
    await reads(widget, 'Something went wrong on our side.');
    backend.faults.clear();
    press(widget, 'Try again');
    expectFocusOn(byRole(widget, 'heading', 'Health summary'));
    await reads(widget, 'Prediabetes');
  });
});

describe('<health-summary>: vital signs', () => {
  const earlierOf = (widget: Element) =>
    allByRole(byRole(widget, 'table', 'Blood pressure'), 'row').map(textOf);

  it('has the latest; earlier ones are read when they are opened, and not before', async () => {
    const { widget, requests } = await open();
    await reads(widget, '124/78 mmHg');
    const asked = () => requests.filter(({ url }) => url.endsWith('/vitals/search'));
    expect(asked()).to.have.lengthOf(0);
    press(widget, '5 earlier readings (Blood pressure)');
    await reads(widget, '129/82 mmHg');
    expect(earlierOf(widget)).to.have.lengthOf(6); // and their head
    expect(earlierOf(widget).join()).not.to.contain('124/78');
    expect(asked()).to.have.lengthOf(1);
    expect(asked()[0]?.url).not.to.contain('85354');
  });

  it('tries again what has failed', async () => {
    const { widget, backend } = await open();
    await reads(widget, '124/78 mmHg');
    backend.faults.set('searchVitals', { outcome: 'internal' });
    press(widget, '5 earlier readings (Blood pressure)');
    await reads(widget, 'Something went wrong on our side.');
    expect(isThere(widget, 'table')).to.equal(false);
    backend.faults.clear();
    byRole(widget, 'button', 'Try again').focus();
    await sendKeys({ press: 'Enter' });
    await reads(widget, '129/82 mmHg');
    expect(textOf(widget)).not.to.contain('not working');
    expectFocusOn(byRole(widget, 'button', '5 earlier readings (Blood pressure)'));
  });

  /** Opens a record with the pulse of 45 days. */
  const openPulse = () => {
    const now = new ManualTimers().now();
    const person = rosa(now);
    const pulse = (day: number) => ({
      id: `pulse-${day}`,
      name: 'Pulse',
      code: null,
      takenAt: new Date(now - day * 86_400_000).toISOString(),
      values: [60 + day],
      unit: '/min',
    });
    const vitals = Array.from({ length: 45 }, (_, day) => pulse(day));
    return open({
      people: [
        { ...person, healthSummary: { conditions: [], allergies: [], immunizations: [], vitals } },
      ],
    });
  };
  const rowsOf = (widget: Element) => allByRole(byRole(widget, 'table', 'Pulse'), 'rowheader');

  it('comes in pages, told as they come, and one reads on at the first new row', async () => {
    const { widget, backend, requests } = await openPulse();
    await reads(widget, '60 per minute');
    const release = backend.faults.hold('searchVitals');
    press(widget, '44 earlier readings (Pulse)');
    await eventually(() => expect(requests.at(-1)?.url).to.match(/vitals.search$/));
    await eventually(() => byRole(widget, 'status', 'Loading…'));
    release();
    await reads(widget, 'Showing 19 of 44'); // the latest shows already
    const status = byRole(widget, 'status', 'Showing 19 of 44');
    expect(rowsOf(widget)).to.have.lengthOf(19);
    byRole(widget, 'button', 'Load more').focus();
    await sendKeys({ press: 'Enter' });
    await reads(widget, 'Showing 39 of 44');
    expectFocusOn(rowsOf(widget)[19]);
    byRole(widget, 'button', 'Load more').focus();
    await sendKeys({ press: 'Enter' });
    await reads(widget, 'Showing 44 of 44');
    expectFocusOn(rowsOf(widget)[39]);
    expect(isThere(widget, 'button', 'Load more')).to.equal(false);
    expect(byRole(widget, 'status', 'Showing 44 of 44') === status).to.equal(true);
  });

  it('keeps what is there when the next page fails, and the focus on the button', async () => {
    const { widget, backend } = await openPulse();
    await reads(widget, '60 per minute');
    press(widget, '44 earlier readings (Pulse)');
    await reads(widget, 'Showing 19 of 44');
    backend.faults.set('searchVitals', { outcome: 'internal' });
    const more = byRole(widget, 'button', 'Load more');
    more.focus();
    await sendKeys({ press: 'Enter' });
    await reads(widget, 'Something went wrong on our side.');
    expect(rowsOf(widget)).to.have.lengthOf(19);
    expectFocusOn(byRole(widget, 'button', 'Try again'));
    backend.faults.clear();
    const release = backend.faults.hold('searchVitals');
    await sendKeys({ press: 'Enter' });
    const print = byRole(widget, 'button', 'Print');
    print.focus();
    release();
    await reads(widget, 'Showing 39 of 44');
    expect(isThere(widget, 'alert')).to.equal(false);
    expectFocusOn(print);
  });
});

describe('<health-summary>: whose record it is', () => {
  it('leaves nothing on the page when someone signs out, or idles too long', async () => {
    for (const end of ['sign-out', 'idle'] as const) {
      const { widget, session, timers } = await open();
      await reads(widget, '124/78 mmHg');
      press(widget, '5 earlier readings (Blood pressure)');
      await reads(widget, '129/82 mmHg');
      if (end === 'sign-out') void session.signOut();
      else timers.advance({ minutes: 15 });
      await reads(widget, end === 'idle' ? 'We signed you out.' : 'Sign in to see');
      for (const trace of ['Prediabetes', 'mmHg', 'Rosa', 'medlineplus', 'Flu']) {
        expect(widget.shadowRoot?.innerHTML).not.to.contain(trace);
      }
      session.remove();
    }
  });

  it('names the person; what was open in the record before is closed, and read anew', async () => {
    const { widget, session } = await open();
    await reads(widget, '124/78 mmHg');
    press(widget, '5 earlier readings (Blood pressure)');
    await reads(widget, '129/82 mmHg');
    await actFor(session, 'June Whitfield');
    await eventually(() => byRole(widget, 'heading', 'Health summary for June Whitfield'));
    await reads(widget, 'Warfarin');
    expect(isThere(widget, 'table')).to.equal(false);
    expect(widget.shadowRoot?.innerHTML).not.to.contain('129/82');
  });
});

describe('<health-summary>: print', () => {
  class PrintingSummary extends HealthSummary {
    printed = 0;
    protected override printPage(): void {
      this.printed += 1;
    }
  }
  PrintingSummary.define('printing-summary');

  it('has the record, with whose it is and the day, and nothing to press', async () => {
    const { widget } = await mount<PrintingSummary>(html`<printing-summary></printing-summary>`, {
      signedInAs: 'rosa.delgado',
    });
    await reads(widget, 'Prediabetes');
    expect(textOf(widget)).not.to.contain('Printed');
    press(widget, 'Print');
    expect(widget.printed).to.equal(1);
    onPaper(widget, () => {
      expect(textOf(widget)).to.contain('Printed May 4, 2026.').and.to.contain('124/78 mmHg');
      expect(isThere(widget, 'button', 'Print')).to.equal(false);
      expect(allByRole(widget, 'link')).to.have.lengthOf(0);
    });
  });
});
