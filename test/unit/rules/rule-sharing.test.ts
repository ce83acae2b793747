import { expect } from 'chai';
import type { ProxyRecord } from '../../../mocks/db/records/index.js';
import {
  decideChange,
  decideInvitation,
  decideInvited,
  decideInviting,
  decidePatientOnly,
  decideReplacing,
  decideSeeingSharing,
  decideTakingBack,
  invitationWorks,
  invitationWorksThrough,
} from '../../../mocks/rules/family/sharing.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { makePerson } from '../../support/sample-people.js';
import { refusalOf, said } from '../support/refusals.js';

const now = Date.parse('2026-03-02T15:00:00Z');
const rule = 'proxy.friends-and-family';
const allowed = (value: unknown) => ({ ok: true, value });
const yes = allowed(null);

const { patient: adult } = makePerson('ann', '');
const child = { ...adult, id: 'kid', birthDate: '2016-01-01' };

const makeProxy = (parts: Partial<ProxyRecord> = {}): ProxyRecord => ({
  id: 'proxy',
  patientId: 'kid',
  proxyPatientId: 'ann',
  relationship: 'parent',
  access: 'full',
  givenBy: 'consent-form',
  since: now,
  ended: null,
  ...parts,
});

/** Who may ask: the patient, or a proxy. */
const asker = (access: 'full' | 'view' | null, ofChild: boolean) => ({
  proxy: access && { access },
  ofChild,
});

describe('who can open a record', () => {
  it('is told to its patient, and to who fully acts for a child', () => {
    for (const ofChild of [true, false]) {
      expect(decideSeeingSharing(asker(null, ofChild))).to.deep.equal(yes);
    }
    expect(decideSeeingSharing(asker('full', true))).to.deep.equal(yes);
  });

  it('is told to nobody else: about a child the office knows more, about adults themselves', () => {
    for (const decide of [decideSeeingSharing, decidePatientOnly]) {
      const office = refusalOf('refused', `${rule}/office-only`, 'call-office');
      const patient = refusalOf('refused', `${rule}/patient-only`, 'ask-patient');
      expect(said(decide(asker('view', true)))).to.deep.equal(office);
      expect(said(decide(asker('view', false)))).to.deep.equal(patient);
      expect(said(decide(asker('full', false)))).to.deep.equal(patient);
    }
    expect(said(decidePatientOnly(asker('full', true)))).to.deep.equal(
      refusalOf('refused', `${rule}/office-only`, 'call-office'),
    );
    expect(decidePatientOnly(asker(null, true))).to.deep.equal(yes);
  });
});

describe('an invitation to open a record', () => {
  it('is the patient’s to send, where patients share their records at all', () => {
    expect(decideInviting(asker(null, false), mychart)).to.deep.equal(yes);
    expect(said(decideInviting(asker('full', false), mychart))).to.deep.equal(
      refusalOf('refused', `${rule}/patient-only`, 'ask-patient'),
    );
    expect(said(decideInviting(asker(null, false), mycooper))).to.deep.equal(
      refusalOf('refused', `${rule}/not-offered`, 'hand-in-consent-form', 'call-office'),
    );
  });

  it('names the field where the relationship is none that can be invited', () => {
    expect(decideInvited('spouse', mychart)).to.deep.equal(yes);
    const atRelationship = [{ pointer: '/body/relationship' }];
    expect(said(decideInvited('guardian', mychart))).to.deep.equal({
      ...refusalOf('refused', 'proxy.relationships', 'hand-in-consent-form'),
      errors: atRelationship,
    });
    expect(said(decideInvited('spouse', mycooper))).to.deep.equal({
      ...refusalOf('refused', `${rule}/not-offered`, 'hand-in-consent-form', 'call-office'),
      errors: atRelationship,
    });
  });

  it('works through a day, to its last moment in the portal’s time zone', () => {
    const invitation = {
      id: 'invitation',
      patientId: 'ann',
      name: 'Bob',
      email: 'bob@example.org',
      relationship: 'spouse',
      access: 'full',
      sentAt: now,
    } as const;
    expect(invitationWorksThrough(invitation, lakeside)).to.equal('2026-03-13');
    const midnight = Date.parse('2026-03-13T15:00:00Z');
    expect(invitationWorks(invitation, lakeside, midnight - 1)).to.equal(true);
    expect(invitationWorks(invitation, lakeside, midnight)).to.equal(false);

    const free = { failures: 0, locked: false };
    const accept = (at: number, given: typeof invitation | undefined, after = free) =>
      decideInvitation(given, after, lakeside, at);
    expect(accept(midnight - 1, invitation)).to.deep.equal(allowed(invitation));
    expect(said(accept(midnight, invitation))).to.deep.equal(
      refusalOf('refused', `${rule}/invitation-expired`, 'ask-patient'),
    );
    expect(said(accept(now, undefined, { failures: 1, locked: false }))).to.deep.equal({
      ...refusalOf('refused', `${rule}/invitation-no-match`, 'try-again', 'ask-patient'),
      attemptsLeft: lakeside.login.maxAttempts - 1,
    });
    for (const given of [invitation, undefined]) {
      expect(said(accept(now, given, { failures: 3, locked: true }))).to.deep.equal({
        ...refusalOf('refused', `${rule}/invitation-tried-too-often`, 'ask-patient'),
        attemptsLeft: 0,
      });
    }
  });
});

describe('an access that somebody has', () => {
  const patientAsks = asker(null, true);
  const byForm = makeProxy();
  const byPatient = makeProxy({ givenBy: 'patient' });
  const office = refusalOf('refused', 'proxy.consent-form', 'call-office');

  it('over a child, given by a form, only the office changes or takes back', () => {
    for (const decide of [decideChange, decideTakingBack]) {
      expect(said(decide(patientAsks, byForm, child, mychart))).to.deep.equal(office);
      expect(decide(patientAsks, byPatient, child, mychart)).to.deep.equal(yes);
      expect(decide(asker(null, false), byForm, adult, mychart)).to.deep.equal(yes);
    }
  });

  it('is changed by nobody but the patient', () => {
    for (const decide of [decideChange, decideTakingBack]) {
      expect(said(decide(asker('full', false), byPatient, adult, mychart))).to.deep.equal(
        refusalOf('refused', `${rule}/patient-only`, 'ask-patient'),
      );
    }
  });

  it('is taken back at the office where patients do not share their records', () => {
    expect(said(decideTakingBack(patientAsks, byForm, adult, mycooper))).to.deep.equal(
      refusalOf('refused', `${rule}/office-only`, 'call-office'),
    );
    expect(said(decideChange(patientAsks, byForm, adult, mycooper))).to.deep.equal(
      refusalOf('refused', `${rule}/not-offered`, 'hand-in-consent-form', 'call-office'),
    );
  });

  it('is replaced by an invitation unless the patient could not change it', () => {
    const replace = (...earlier: readonly ProxyRecord[]) =>
      decideReplacing(earlier, child, mychart, now);
    expect(replace()).to.deep.equal(yes);
    expect(replace(byPatient)).to.deep.equal(yes);
    expect(said(replace(byForm))).to.deep.equal(office);
    expect(said(replace(byPatient, byForm))).to.deep.equal(office);
    const ended = makeProxy({ ended: { at: now, by: 'hospital' } });
    expect(replace(ended)).to.deep.equal(yes);
    expect(said(replace(ended, byForm))).to.deep.equal(office);
  });
});
