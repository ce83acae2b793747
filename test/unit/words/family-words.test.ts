import { expect } from 'chai';
import type { Eligibility } from '../../../src/contract/eligibility.js';
import type { Family } from '../../../src/contract/family/family.js';
import { auditActions } from '../../../src/contract/family/audit-actions.js';
import { proxyRelationships } from '../../../src/policy/portal-policy.js';
import {
  accessWords,
  kinshipWords,
  relationshipWords,
} from '../../../src/ui/words/family-words.js';
import { accessChoices } from '../../../src/widgets/family-access/access-choices.js';
import { auditWords } from '../../../src/widgets/family-access/audit-words.js';
import {
  consentFormState,
  endedWords,
  lostNote,
} from '../../../src/widgets/proxy-switcher/family-news.js';
import { waysView } from '../../../src/widgets/proxy-switcher/ways.js';
import { contextWith } from '../support/context.js';
import { markupOf, wordsOf } from '../support/template.js';

type Way = Family['ways'][number];
type Ended = Family['ended'][number];

const yes: Eligibility = { allowed: true };
const no: Eligibility = { allowed: false, rule: 'proxy.relationships', next: [] };

const way = (
  relationship: Way['relationship'],
  byConsentForm: Eligibility,
  byInvitation: Eligibility,
): Way => ({ relationship, byConsentForm, byInvitation });

const context = contextWith();
const withoutFaq = contextWith({ faqHref: null });

describe('the words of a family', () => {
  it('say what somebody is to the patient, and the other way round', () => {
    expect(proxyRelationships.map(relationshipWords)).to.have.members([
      ...['Spouse', 'Parent', 'Legal guardian', 'Caregiver', 'Other family'],
    ]);
    expect(relationshipWords('guardian')).to.equal('Legal guardian');
    for (const [relationship, words] of [
      ['self', 'Your own record'],
      ['spouse', 'Your spouse'],
      ['parent', 'Your child'],
      ['guardian', 'You’re the legal guardian'],
      ['caregiver', 'You’re a caregiver'],
      ['other-family', 'Your family member'],
    ] as const) {
      expect(kinshipWords(relationship)).to.equal(words);
    }
  });

  it('say what somebody may do, the least first', () => {
    expect(accessWords('full')).to.equal('Full access');
    expect(accessWords('view')).to.equal('View only');
    expect(accessChoices().map(({ value, label }) => [value, label])).to.deep.equal([
      ['view', 'View only: can see but not send or change anything'],
      ['full', 'Full access: can do everything you can, except share your record'],
    ]);
  });

  it('say of everything that is written down what was done, each in other words', () => {
    const words = auditActions.map(auditWords);
    for (const each of words)
      expect(each)
        .to.be.a('string')
        .and.match(/^[a-z].*[a-z)]$/);
    expect(new Set(words).size).to.equal(auditActions.length);
    expect(auditWords('viewed-result')).to.equal('looked at a test result');
    expect(auditWords('took-back-access')).to.equal('removed someone’s access');
    expect(auditWords('declined-consent-form')).to.equal('declined a consent form');
  });
});

describe('a consent form that gives no access yet', () => {
  const form = {
    id: 'form',
    displayName: 'Sam Reyes',
    relationship: 'spouse',
    handedInAt: '2026-05-02T02:00:00Z',
  } as const;

  it('waits, and nobody has to do anything', () => {
    expect(
      wordsOf(consentFormState({ ...form, state: 'waiting', decidedAt: null }, context)),
    ).to.equal(
      'Sam Reyes Your spouse Pending Handed in on May 1, 2026. The office is reviewing it. Once it’s approved, the record appears here.',
    );
  });

  it('or was declined, and the office says why', () => {
    const decidedAt = '2026-05-04T02:00:00Z';
    expect(wordsOf(consentFormState({ ...form, state: 'declined', decidedAt }, context))).to.equal(
      'Sam Reyes Your spouse Declined Handed in on May 1, 2026. Declined on May 3, 2026. The office can tell you why and what’s missing. Call your office: 1-555-555-0118',
    );
  });
});

describe('an access that has ended', () => {
  const ended = (reason: Ended['reason'], parts: Partial<Ended> = {}): Ended => ({
    id: 'access',
    subject: 'leo',
    displayName: 'Leo Delgado',
    relationship: 'parent',
    endedAt: '2026-05-02T02:00:00Z',
    reason,
    ...parts,
  });
  const words = (of: Ended, ways: readonly Way[] = []) =>
    wordsOf(endedWords(of, [...ways], context));

  it('says why and when, and how one gets it back', () => {
    expect(words(ended('taken-back'))).to.equal(
      'Leo Delgado Your child Leo Delgado removed your access. (May 1, 2026) Ask the person whose record it is.',
    );
    expect(words(ended('ended-by-hospital', { endedAt: null }))).to.equal(
      'Leo Delgado Your child The office ended your access. Call your office: 1-555-555-0118',
    );
    expect(words(ended('came-of-age'))).to.contain('Leo Delgado is now 18. The record is theirs');
    expect(words(ended('given-up'))).to.contain('You gave up your access. (May 1, 2026)');
  });

  it('is got back as everybody in that relationship gets it', () => {
    const again = (byConsentForm: Eligibility, byInvitation: Eligibility) =>
      words(ended('given-up'), [
        way('spouse', yes, yes),
        way('parent', byConsentForm, byInvitation),
      ]);
    expect(again(yes, yes)).to.contain('Ask them to invite you.').and.not.contain('Proxy Consent');
    expect(again(yes, no)).to.contain('Fill in a Proxy Consent Form and hand it in at the office.');
    expect(again(no, no)).to.contain('Call your office: 1-555-555-0118');
    expect(words(ended('came-of-age'))).to.contain('Call your office: 1-555-555-0118');
    expect(words(ended('taken-back'), [way('parent', yes, yes)])).not.to.contain('invite you');
    expect(words(ended('ended-by-hospital'), [way('parent', yes, yes)])).not.to.contain(
      'invite you',
    );
  });

  it('closes the record that is open, and says so', () => {
    const family: Family = {
      open: [],
      ended: [ended('given-up', { subject: 'ada', displayName: 'Ada' }), ended('taken-back')],
      consentForms: [],
      ways: [way('parent', no, yes)],
    };
    const note = lostNote('leo', family, context);
    expect(wordsOf(note)).to.equal(
      'That record is now closed. You’re back in your own record. Leo Delgado: Leo Delgado removed your access. Ask the person whose record it is. Why is this so?',
    );
    expect(markupOf(note)).to.contain('role=alert').and.contain('#faq-proxy-consent-form');
    expect(wordsOf(lostNote('ada', family, context))).to.contain('Ask them to invite you.');
  });

  it('is told also where nobody knows of it any more', () => {
    for (const family of [undefined, { open: [], ended: [], consentForms: [], ways: [] }]) {
      expect(wordsOf(lostNote('leo', family, withoutFaq))).to.equal(
        'That record is now closed. You’re back in your own record. Call your office: 1-555-555-0118',
      );
    }
  });
});

describe('the ways to another’s record', () => {
  const ways = [
    way('spouse', no, yes),
    way('parent', yes, no),
    way('guardian', yes, yes),
    way('caregiver', no, no),
  ];

  it('name who may by which, and who by neither', () => {
    const words = wordsOf(waysView(ways, context));
    expect(words).to.contain('By invitation (Spouse or Legal guardian)');
    expect(words).to.contain('By signed form (Parent or Legal guardian)');
    expect(words).to.contain('Another relationship to the patient? Ask the office: Caregiver.');
    expect(words).to.contain('Print the Proxy Consent Form');
  });

  it('leave out what there is not', () => {
    const onlyForms = wordsOf(waysView([way('parent', yes, no)], context));
    expect(onlyForms).to.contain('By signed form').and.not.contain('By invitation');
    expect(onlyForms).not.to.contain('Another relationship to the patient');
    const onlyInvitations = wordsOf(waysView([way('parent', no, yes)], context));
    expect(onlyInvitations).to.contain('By invitation').and.not.contain('signed form');
    expect(onlyInvitations).not.to.contain('Print the Proxy Consent Form');
  });

  it('lead to the answers of the FAQ, if there is a FAQ', () => {
    const anchors = [...markupOf(waysView(ways, context)).matchAll(/#faq-([\w-]+)/g)];
    expect(anchors.map(([, anchor]) => anchor)).to.deep.equal([
      'proxy-friends-and-family',
      'proxy-consent-form',
      'proxy-relationships',
      'proxy-own-login',
    ]);
    expect(markupOf(waysView(ways, withoutFaq))).not.to.contain('<a');
  });
});
