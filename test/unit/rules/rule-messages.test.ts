import { expect } from 'chai';
import { decideMessage } from '../../../mocks/rules/messages/messages.js';
import { decideRenewable, isOverdue, lastOf } from '../../../mocks/rules/record/medications.js';
import type { RenewalRecord } from '../../../mocks/db/records/index.js';
import { hasEnded } from '../../../src/contract/record/medication-ended.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { RefusalId } from '../../../src/policy/rules.js';
import { makeMedication, makePerson } from '../../support/sample-people.js';
import { refusalOf, said } from '../support/refusals.js';

const now = Date.parse('2026-03-02T15:00:00Z');
const yes = { ok: true, value: null };
const person = (id: string, givenName: string, familyName = 'Example') => ({
  ...makePerson(id, '').patient,
  givenName,
  familyName,
});
const ann = person('ann', 'Ann');
const mina = person('mina', 'Mina');
const otto = person('otto', 'Otto');
const june = person('june', 'June');

type Parts = Partial<Parameters<typeof decideMessage>[0]>;

describe('a message that names somebody else of the family', () => {
  const decide = (parts: Parts, others = [{ patient: mina, canWrite: true }]) =>
    decideMessage(
      { title: 'A question', text: 'Hello.', confirmed: [], ...parts },
      { subject: ann, writer: ann, others },
      mycooper,
    );
  const toMina = { action: 'switch-subject', subject: 'mina' };
  const isConfirm = (step: object) => 'action' in step && step.action === 'confirm';
  const stopped = (field: 'title' | 'text', ...next: readonly object[]) => ({
    ...refusalOf(
      'refused',
      next.some(isConfirm) ? 'messages.own-record/possible' : 'messages.own-record/certain',
    ),
    next,
    errors: [{ pointer: `/body/${field}` }],
  });

  it('in its title belongs to their record, whatever its writer confirms', () => {
    for (const confirmed of [[], ['own-record'], ['own-record', 'not-urgent']] as const) {
      expect(said(decide({ title: 'Mina’s cough', confirmed }))).to.deep.equal(
        stopped('title', toMina),
      );
    }
  });

  it('in its text may do so: there, or as it is once it is confirmed', () => {
    const text = 'Mina coughs, too.';
    expect(said(decide({ text }))).to.deep.equal(stopped('text', toMina, { action: 'confirm' }));
    expect(decide({ text, confirmed: ['own-record'] })).to.deep.equal(yes);
    expect(decide({ text: 'I cough.' })).to.deep.equal(yes);
    expect(
      decideMessage(
        { text: 'I cough.', confirmed: [] },
        { subject: ann, writer: ann, others: [{ patient: mina, canWrite: true }] },
        mycooper,
      ),
    ).to.deep.equal(yes);
  });

  it('by a name that is a word, too, asks as in the text', () => {
    const others = [{ patient: june, canWrite: true }];
    const toJune = { action: 'switch-subject', subject: 'june' };
    expect(said(decide({ title: 'Our trip in June' }, others))).to.deep.equal(
      stopped('title', toJune, { action: 'confirm' }),
    );
    expect(decide({ title: 'Our trip in June', confirmed: ['own-record'] }, others)).to.deep.equal(
      yes,
    );
  });

  it('whose record may only be looked at is theirs to write', () => {
    const looked = { patient: otto, canWrite: false };
    const ask = { action: 'ask-patient' };
    expect(said(decide({ title: 'Otto' }, [looked]))).to.deep.equal(stopped('title', ask));
    const both = [{ patient: mina, canWrite: true }, looked];
    expect(said(decide({ title: 'Otto and Mina' }, both))).to.deep.equal(
      stopped('title', toMina, ask),
    );
    expect(said(decide({ text: 'Otto and Mina cough.' }, both))).to.deep.equal(
      stopped('text', toMina, ask, { action: 'confirm' }),
    );
  });

  it('is about the one in whose record it stands, and signed by its writer', () => {
    const writing = { subject: mina, writer: ann, others: [{ patient: ann, canWrite: true }] };
    const message = { title: 'Mina', text: 'Mina coughs. Ann Example', confirmed: [] };
    expect(decideMessage(message, writing, mycooper)).to.deep.equal(yes);
    const others = [{ patient: person('ex', 'Example'), canWrite: true }];
    for (const [subject, writer] of [
      [ann, mina],
      [person('bob', 'Bob', 'Otherwise'), ann],
      [ann, person('bob', 'Bob', 'Otherwise')],
    ] as const) {
      const named = { title: 'Example', text: 'Example', confirmed: [] };
      expect(decideMessage(named, { subject, writer, others }, mycooper)).to.deep.equal(yes);
    }
  });

  it('and of an emergency tells of the emergency first, at each field with such words', () => {
    const urgent = refusalOf(
      'refused',
      'messages.not-urgent',
      'call-emergency',
      'call-office',
      'confirm',
    );
    const [title, text] = ['Mina has chest pain', 'Chest pain since noon'];
    const at = (...fields: readonly string[]) => fields.map((f) => ({ pointer: `/body/${f}` }));
    expect(said(decide({ title }))).to.deep.equal({ ...urgent, errors: at('title') });
    expect(said(decide({ text }))).to.deep.equal({ ...urgent, errors: at('text') });
    expect(said(decide({ title, text }))).to.deep.equal({ ...urgent, errors: at('title', 'text') });
    expect(said(decide({ title, text, confirmed: ['not-urgent'] }))).to.deep.equal(
      stopped('title', toMina),
    );
  });
});

describe('a medication that is not renewed now', () => {
  const pharmacy = { name: 'Quay Pharmacy', phone: '1-555-555-0111' };
  const call = { action: 'call-pharmacy', contact: pharmacy };
  const office = { action: 'call-office' };
  const pending: RenewalRecord = {
    id: 'renewal',
    patientId: 'ann',
    medicationId: 'medication',
    requestedAt: now,
    requestedBy: 'Ann Example',
    supplyDays: 30,
    refills: 0,
    newAllergies: null,
    pharmacy: null,
    note: null,
    expectedBy: '2026-03-02',
    status: 'pending',
    decision: null,
  };
  const decide = (
    parts: Parameters<typeof makeMedication>[0],
    last: RenewalRecord | null = null,
    at = now,
  ) => said({ ...decideRenewable(makeMedication({ pharmacy, ...parts }), last, mycooper, at) });
  const no = (id: RefusalId, ...next: readonly object[]) => ({
    ...refusalOf('refused', id),
    next,
  });

  it('has ended: nobody fills it, whatever is left of it', () => {
    for (const status of ['completed', 'stopped'] as const) {
      expect(hasEnded(makeMedication({ status }))).to.equal(true);
      expect(decide({ status, refillsRemaining: 2 })).to.deep.equal(
        no('renewal.prescribed-here/ended', office),
      );
    }
    for (const status of ['active', 'on-hold'] as const) {
      expect(hasEnded(makeMedication({ status }))).to.equal(false);
    }
  });

  it('has refills at the pharmacy, which helps at once', () => {
    const left = { refillsRemaining: 1, prescribedHere: false };
    const rule = 'renewal.refills-remaining';
    expect(decide(left)).to.deep.equal(no(rule, call));
    expect(decide({ ...left, pharmacy: null })).to.deep.equal(no(rule, office));
  });

  it('was prescribed elsewhere: the pharmacy asks there', () => {
    const rule = 'renewal.prescribed-here/elsewhere';
    expect(decide({ prescribedHere: false })).to.deep.equal(no(rule, call, office));
    expect(decide({ prescribedHere: false, pharmacy: null })).to.deep.equal(no(rule, office));
  });

  it('was asked for already: one waits through the promised day, and calls on the next', () => {
    const rule = 'renewal.one-pending';
    const midnight = Date.parse('2026-03-03T05:00:00Z');
    expect(lastOf([pending])).to.equal(pending);
    expect(decide({}, pending, midnight - 1)).to.deep.equal(no(rule, { action: 'wait' }, office));
    expect(decide({}, pending, midnight)).to.deep.equal(no(rule, office));
    expect(isOverdue(pending, mycooper, midnight - 1)).to.equal(false);
    expect(isOverdue(pending, mycooper, midnight)).to.equal(true);
    const answered = { ...pending, status: 'denied' } as const;
    expect(isOverdue(answered, mycooper, midnight)).to.equal(false);
    for (const last of [answered, null]) {
      expect(decideRenewable(makeMedication(), last, mycooper, now)).to.deep.equal(yes);
    }
  });
});
