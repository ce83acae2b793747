import { expect } from 'chai';
import type { Eligibility } from '../../../src/contract/eligibility.js';
import { hasEnded } from '../../../src/contract/record/medication-ended.js';
import type { Medication, Renewal } from '../../../src/contract/record/medications.js';
import { missingMedications } from '../../../src/widgets/med-renewal/missing-medications.js';
import {
  refillWords,
  statusWords,
  supplyWords,
} from '../../../src/widgets/med-renewal/medication-words.js';
import { renewalOutlook } from '../../../src/widgets/med-renewal/renewal-outlook.js';
import { renewalState } from '../../../src/widgets/med-renewal/renewal-state.js';
import { contextWith } from '../support/context.js';
import { markupOf, wordsOf } from '../support/template.js';

const allowed: Eligibility = { allowed: true };
const refused = (rule: 'renewal.one-pending' | 'renewal.refills-remaining'): Eligibility => ({
  ...{ allowed: false, rule },
  next: [{ action: 'wait' }],
});

const medicationWith = (parts: Partial<Medication> = {}): Medication => ({
  id: 'lisinopril',
  name: 'Lisinopril 20 mg tablet',
  code: null,
  directions: null,
  status: 'active',
  prescriber: null,
  prescribedOn: null,
  endedOn: null,
  supplyDays: 90,
  refillsRemaining: 0,
  pharmacy: { name: 'Quay Street Pharmacy', phone: '1-555-555-0181' },
  renewable: refused('renewal.one-pending'),
  supplyChoices: [30, 90],
  lastRenewal: null,
  ...parts,
});

const renewalWith = (parts: Partial<Renewal> = {}): Renewal => ({
  id: 'renewal',
  status: 'pending',
  requestedAt: '2026-05-03T13:30:00Z',
  requestedBy: 'Rosa Delgado',
  supplyDays: 90,
  refills: 3,
  newAllergies: null,
  pharmacy: null,
  note: null,
  expectedBy: '2026-05-05',
  overdue: false,
  decision: null,
  ...parts,
});

const decision = { at: '2026-05-04T12:00:00Z', by: 'Ines Roth, MD', note: null };

const stateOf = (renewal: Partial<Renewal>, medication: Partial<Medication> = {}) =>
  wordsOf(
    renewalState(
      medicationWith({ lastRenewal: renewalWith(renewal), ...medication }),
      'Rosa Delgado',
      contextWith(),
    ),
  );

describe('what has become of a prescription', () => {
  it('is said of one that is not simply taken, with the day where there is one', () => {
    const words = (status: Medication['status'], endedOn: string | null = null) =>
      statusWords(medicationWith({ status, endedOn }), 'en');
    expect(words('active', '2026-05-01')).to.equal('');
    expect(words('on-hold')).to.equal('On hold');
    expect(words('completed')).to.equal('Finished');
    expect(words('completed', '2026-05-01')).to.equal('Finished May 1, 2026');
    expect(words('stopped')).to.equal('Stopped');
    expect(words('stopped', '2026-05-01')).to.equal('Stopped May 1, 2026');
  });

  it('is an end where it is finished or stopped', () => {
    const ended = (['active', 'on-hold', 'completed', 'stopped'] as const).filter((status) =>
      hasEnded({ status }),
    );
    expect(ended).to.deep.equal(['completed', 'stopped']);
  });

  it('counts days and refills as people do', () => {
    expect([1, 2].map(supplyWords)).to.deep.equal(['1 day', '2 days']);
    expect([0, 1, 2].map(refillWords)).to.deep.equal(['None', '1 refill', '2 refills']);
  });
});

describe('what came of a request for a renewal', () => {
  it('is nothing where there was none', () => {
    expect(wordsOf(renewalState(medicationWith(), 'Rosa Delgado', contextWith()))).to.equal('');
  });

  it('waits until the promised day, and says who asked for what (renewal.reply-time)', () => {
    const words = stateOf({});
    expect(words).to.equal(
      'Renewal requested. We’ll reply by May 5, 2026. You requested it on May 3, 2026. Supply: 90 days, 3 refills. Need it sooner? Call your office: 1-555-555-0118 Why is this so?',
    );
    expect(stateOf({ requestedBy: 'Henry Okafor', refills: 0 })).to.contain(
      'Henry Okafor requested it on May 3, 2026. Supply: 90 days, no refills.',
    );
  });

  it('is late where the backend says that the promised day is over', () => {
    expect(stateOf({})).not.to.contain('is late');
    const late = stateOf({ overdue: true });
    expect(late).to.match(/^Our reply is late\. It was due by May 5, 2026\./);
    expect(late).to.contain('No reply yet? Call your office:').and.not.contain('Need it sooner?');
  });

  it('sends to the pharmacy for what was approved and is not used up', () => {
    const approved = { status: 'approved', decision } as const;
    const pharmacy = 'Ask your pharmacy, Quay Street Pharmacy, when you can pick it up.';
    expect(stateOf(approved)).to.equal(
      `Your renewal was approved. Supply: 90 days, 3 refills. Ines Roth, MD, May 4, 2026 ${pharmacy}`,
    );
    expect(stateOf({ ...approved, pharmacy: 'Quay Street Pharmacy' })).to.contain(pharmacy);
    for (const words of [
      stateOf({ ...approved, pharmacy: 'Old Mill Pharmacy, Riverbend' }),
      stateOf(approved, { pharmacy: null }),
    ]) {
      expect(words)
        .to.contain('Ask your pharmacy when you can pick it up.')
        .and.not.contain('Quay');
    }
    expect(stateOf(approved, { renewable: allowed })).not.to.contain('pharmacy');
    expect(stateOf(approved, { status: 'stopped' })).not.to.contain('pharmacy');
  });

  it('is answered in the office’s words, where it has added any', () => {
    const denied = { status: 'denied', decision } as const;
    expect(stateOf({ ...denied, decision: { ...decision, note: 'Come in first.' } })).to.equal(
      'Your renewal wasn’t approved. Supply: 90 days, 3 refills. Ines Roth, MD, May 4, 2026: Come in first. Questions? Call your office: 1-555-555-0118',
    );
    expect(stateOf({ ...denied, decision: null })).to.equal(
      'Your renewal wasn’t approved. Supply: 90 days, 3 refills. Questions? Call your office: 1-555-555-0118',
    );
  });
});

describe('why a medication cannot be asked for', () => {
  const outlook = (parts: Partial<Medication>) =>
    wordsOf(renewalOutlook(medicationWith(parts), 'Rosa Delgado', contextWith()));

  it('is told with it', () => {
    expect(outlook({ renewable: refused('renewal.refills-remaining') })).to.match(
      /^You have refills left\./,
    );
    expect(outlook({ renewable: allowed })).to.equal('');
  });

  it('is not told again where the request that waits says it', () => {
    expect(outlook({})).to.match(/^You’ve already requested a renewal\./);
    expect(outlook({ lastRenewal: renewalWith() })).not.to.contain(
      'You’ve already requested a renewal',
    );
    expect(
      outlook({ lastRenewal: renewalWith(), renewable: refused('renewal.refills-remaining') }),
    ).to.contain('You have refills left.');
    expect(outlook({ lastRenewal: renewalWith({ status: 'denied' }) })).to.contain(
      'You’ve already requested a renewal.',
    );
  });

  it('is not told of each one of a record that one may only look at', () => {
    const renewable: Eligibility = {
      ...{ allowed: false, rule: 'proxy.friends-and-family' },
      next: [],
    };
    expect(outlook({ renewable })).to.equal('');
  });

  it('is that it has ended, of one that has', () => {
    const refusal = { allowed: false, rule: 'renewal.prescribed-here' } as const;
    const ended: Eligibility = { ...refusal, case: 'ended', next: [] };
    expect(outlook({ renewable: ended })).to.match(/^This prescription has ended\./);
    const elsewhere: Eligibility = { ...refusal, case: 'elsewhere', next: [] };
    expect(outlook({ renewable: elsewhere })).to.match(/^Prescribed elsewhere\./);
  });

  it('or does not show at all, leads to the answer of the FAQ, if there is a FAQ', () => {
    const withFaq = missingMedications(contextWith());
    expect(wordsOf(withFaq)).to.match(/call your office: 1-555-555-0118 Why is this so\?$/);
    expect(markupOf(withFaq)).to.contain('href=faq.html#faq-medications-listed');
    expect(wordsOf(missingMedications(contextWith({ faqHref: null })))).to.match(/0118$/);
  });
});
