import { expect, html } from '@open-wc/testing';
import type { Person } from '../../../mocks/db/records/index.js';
import { grace } from '../../../mocks/people/grace/grace.js';
import { henry } from '../../../mocks/people/henry/henry.js';
import { june } from '../../../mocks/people/june/june.js';
import { mychart } from '../../../src/policy/mychart.js';
import type { MedRenewal } from '../../../src/widgets/med-renewal/med-renewal.js';
import { askForRenewal, rosaTaking } from '../../../stories/fixtures/steps/renewals.js';
import { actFor } from '../../../stories/fixtures/steps/proxy.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { consoleLines } from '../../support/console-errors.js';
import { mount } from '../support/mount.js';
import {
  allByRole,
  byRole,
  expectFocusOn,
  isThere,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import { cardOf, linksIn, mountRenewal, press } from '../support/renewals.js';
import { reads } from '../support/reads.js';

const acid = 'Tranexamic acid 650 mg tablet';

describe('<med-renewal>: what the record says', () => {
  it('shows each medication with its facts, and whom to call', async () => {
    const { widget } = await mountRenewal({ people: [rosaTaking({ refillsRemaining: 2 })] });
    await reads(widget, 'You have refills left.');
    const card = cardOf(widget, acid);
    press(card, 'You have refills left. Why?');
    expect(textOf(card)).to.equal(
      'Tranexamic acid 650 mg tablet Take 2 tablets 3 times a day for up to 5 days of your period. ' +
        'Prescribed by Ines Roth, MD Prescribed on Mar 19, 2025 Days’ supply 30 days Refills left 2 refills ' +
        'Pharmacy Quay Street Pharmacy, 1-555-555-0181 ' +
        'You have refills left. Why? Your pharmacy can fill it. You don’t need to ask us. Learn more',
    );
    expect(linksIn(card)).to.deep.equal([
      ['1-555-555-0181', 'tel:15555550181'],
      ['Learn more', 'faq.html#faq-renewal-refills-remaining'],
    ]);
    expect(isThere(card, 'button', /^Request/)).to.equal(false);
  });

  it('leaves out what is not known, and never says "null"', async () => {
    const { widget } = await mountRenewal({
      people: [
        rosaTaking({
          code: null,
          directions: null,
          prescriber: null,
          prescribedHere: false,
          prescribedOn: null,
          supplyDays: null,
          pharmacy: null,
        }),
      ],
    });
    await reads(widget, 'Prescribed elsewhere.');
    const card = cardOf(widget, acid);
    press(card, /^Prescribed elsewhere\./);
    expect(textOf(card)).to.equal(
      'Tranexamic acid 650 mg tablet See the label for directions, or ask your pharmacy. ' +
        'Prescribed elsewhere. We can’t renew it. Why? ' +
        'Ask the office that prescribed it. Your pharmacy can also ask for you. ' +
        'Call your office: 1-555-555-0118 Learn more',
    );
    expect(widget.shadowRoot?.innerHTML).not.to.match(/null|undefined|NaN/);
  });

  it('says that the refills are not known, and tells nobody that there are some', async () => {
    const { widget } = await mountRenewal({ people: [rosaTaking({ refillsRemaining: null })] });
    await reads(widget, 'Refills left Unknown. Ask your pharmacy.');
    expect(textOf(cardOf(widget, acid))).not.to.contain('You have refills left');
  });

  it('says that the list is not whole, and never that there is nothing', async () => {
    const one = rosaTaking();
    const incomplete = (now: number): Person => ({
      ...one(now),
      patient: { ...one(now).patient, notShown: { medications: 2 } },
      medications: [],
    });
    const { widget } = await mountRenewal({ people: [incomplete] });
    await reads(widget, /2 entries aren’t shown in full\. Ask your .*: 1-555-555-0118/);
    expect(textOf(widget)).not.to.contain('No current medications');
  });

  it('has first what can be renewed, and leaves it there when it is asked for', async () => {
    const { widget } = await mountRenewal();
    await reads(widget, 'Showing 4 of 4');
    const first = () => textOf(allByRole(widget, 'listitem')[0] ?? widget);
    expect(first()).to.match(/^Tranexamic acid 650 mg tablet Can be renewed/);
    await askForRenewal(widget);
    await reads(widget, /Tranexamic acid 650 mg tablet Requested/);
    expect(first()).to.match(/^Tranexamic acid 650 mg tablet Requested/);
  });

  it('alerts nobody of a reason that is told beforehand', async () => {
    const { widget } = await mountRenewal();
    await reads(widget, 'You have refills left.');
    expect(isThere(widget, 'alert')).to.equal(false);
  });

  it('reads past medications when they are opened, and not before', async () => {
    const { widget, requests } = await mountRenewal();
    await reads(widget, 'Showing 4 of 4');
    const asked = () => requests.filter(({ body }) => body.includes('"past"'));
    expect(asked()).to.have.lengthOf(0);
    press(widget, 'Past medications');
    await reads(widget, 'Showing 3 of 3');
    expect(asked()).to.have.lengthOf(1);
    const card = cardOf(widget, 'Levothyroxine 50 mcg tablet');
    expect(textOf(card))
      .to.match(/Stopped Feb 2, 2026/)
      .and.not.to.contain('Refills left');
    press(card, /^This prescription has ended\./);
    expect(textOf(card)).to.contain('This prescription has ended. Why? Think you need it again?');
  });

  it('explains why a medication may be missing, with the hospital’s own names', async () => {
    const { widget } = await mountRenewal({ policy: mychart });
    await reads(widget, 'Showing 4 of 4');
    press(widget, 'Is a medication missing?');
    await reads(widget, 'once one of our doctors adds them to the record');
    await reads(widget, 'Or call your clinic: 1-555-555-0142');
    expect(linksIn(widget).at(-1)?.[1]).to.equal('faq.html#faq-medications-listed');
  });

  it('speaks Spanish', async () => {
    const { widget } = await mountRenewal({ locale: 'es', people: [rosaTaking({}, {})] });
    await reads(widget, 'Renovación solicitada. Le responderemos a más tardar el 5 may 2026.');
    await reads(widget, '¿Lo necesita antes? Llame a su consultorio: 1-555-555-0118');
  });
});

describe('<med-renewal>: a long list', () => {
  const mountPages = () =>
    mount<MedRenewal>(html`<med-renewal page-size="3"></med-renewal>`, {
      signedInAs: 'june.whitfield',
    });

  it('comes in pages; the focus goes on where the next one begins', async () => {
    const { widget } = await mountPages();
    await reads(widget, 'Showing 3 of 7');
    const more = byRole(widget, 'button', 'Load more');
    more.focus();
    more.click();
    await reads(widget, 'Showing 6 of 7');
    const fourth = allByRole(widget, 'heading')[4]; // after that of the list, and three
    await eventually(() => {
      expectFocusOn(fourth);
    });
  });

  it('keeps what is there when the next page fails, and tries again', async () => {
    const { widget, backend } = await mountPages();
    await reads(widget, 'Showing 3 of 7');
    backend.faults.set('searchMedications', { outcome: 'internal' });
    press(widget, 'Load more');
    await reads(widget, 'Something went wrong on our side.');
    await reads(widget, 'Showing 3 of 7');
    backend.faults.clear();
    press(widget, 'Try again');
    await reads(widget, 'Showing 6 of 7');
  });

  it('warns of a page size that cannot be', async () => {
    const lines = await consoleLines(async () => {
      const { widget } = await mount<MedRenewal>(html`<med-renewal page-size="0"></med-renewal>`, {
        signedInAs: 'june.whitfield',
      });
      await reads(widget, 'Showing 7 of 7');
    });
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain('<med-renewal> page-size 0: expected 1 to 100');
  });
});

describe('<med-renewal>: what came of a request', () => {
  it('renewal.reply-time: is late when the promised day is over where the hospital is, not before', async () => {
    // Four hours behind: May 5 ends at 04:00 UTC.
    for (const [time, words] of [
      ['2026-05-06T03:59:00Z', 'We’ll reply by May 5, 2026.'],
      ['2026-05-06T04:00:00Z', 'It was due by May 5, 2026.'],
    ] as const) {
      const { widget, timers, session, signInElsewhere } = await mountRenewal({
        people: [rosaTaking({}, {})],
      });
      timers.advance({ milliseconds: Date.parse(time) - timers.now() });
      await signInElsewhere('rosa.delgado');
      await session.context?.store.dispatch({ type: 'refresh' });
      await reads(widget, words);
      session.remove();
    }
  });

  it('is told together with refills that are left: both are true', async () => {
    const { widget } = await mountRenewal({ people: [rosaTaking({ refillsRemaining: 1 }, {})] });
    await reads(widget, /Renewal requested\..*You have refills left\./);
  });
});

describe('<med-renewal>: whose record it is', () => {
  const everythingIn = ({ shadowRoot }: Element): string => {
    const fields = [...(shadowRoot?.querySelectorAll('input, textarea') ?? [])];
    return `${shadowRoot?.innerHTML ?? ''} ${fields.map((field) => (field as HTMLInputElement).value).join(' ')}`;
  };

  it('leaves nothing on the page when someone signs out, or idles too long', async () => {
    for (const end of ['sign-out', 'idle'] as const) {
      const { widget, session, timers } = await mountRenewal({ people: [rosaTaking()] });
      await reads(widget, 'Showing 1 of 1');
      await eventually(() => {
        press(widget, /^Request a renewal/);
      });
      const note = await eventually(() => byRole(widget, 'textbox', /^Anything else/));
      (note as HTMLTextAreaElement).value = 'Bleeding again';
      if (end === 'sign-out') void session.signOut();
      else timers.advance({ minutes: 15 });
      await reads(widget, end === 'idle' ? 'We signed you out.' : 'Sign in to see');
      for (const trace of ['Tranexamic', 'Ines Roth', 'Quay', 'Bleeding', 'Showing']) {
        expect(everythingIn(widget)).not.to.contain(trace);
      }
      session.remove();
    }
  });

  it('proxy.friends-and-family: says once that a record can only be looked at', async () => {
    const { widget, session } = await mountRenewal();
    await actFor(session, 'June Whitfield');
    await reads(widget, 'Showing 7 of 7');
    await reads(widget, 'Ask the person whose record it is.');
    expect(textOf(widget).match(/you can’t request renewals/g)).to.have.lengthOf(1);
    expect(isThere(widget, 'button', /^Request/)).to.equal(false);
    expect(linksIn(widget).find(([name]) => name === 'Why?')?.[1]).to.equal(
      'faq.html#faq-proxy-friends-and-family',
    );
  });

  it('names the person whose medications they are, and closes what was open in the record before', async () => {
    const { widget, session } = await mountRenewal({
      people: [henry, grace, june],
      signedInAs: 'henry.okafor',
    });
    await reads(widget, 'Showing');
    press(widget, 'Past medications');
    await reads(widget, 'Lisinopril 10 mg');
    await actFor(session, 'Grace Okafor');
    await eventually(() => byRole(widget, 'heading', 'Medications for Grace Okafor'));
    await reads(widget, 'You’re viewing Grace Okafor’s record.');
    expect(everythingIn(widget)).not.to.contain('Lisinopril 10 mg');
    (await eventually(() => byRole(widget, 'button', 'Past medications'))).click();
    await reads(widget, 'Furosemide 40 mg tablet');
  });
});
