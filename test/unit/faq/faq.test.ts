import { expect } from 'chai';
import { readable, textsOf } from '../../../src/faq/answer.js';
import { anchorOf, entries, entryAt, entryIds, type EntryId } from '../../../src/faq/entries.js';
import { loadFaq, rulesOf } from '../../../src/faq/faq.js';
import { faqPage } from '../../../src/faq/structured-data.js';
import { locales, type Locale } from '../../../src/locales/localization.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { ruleIds } from '../../../src/policy/rules.js';
import { lakeside, policies } from '../../../stories/fixtures/support/policies.js';

const entryOf = async (id: EntryId, policy: PortalPolicy, locale: Locale = 'en') => {
  const entry = (await loadFaq(policy, locale)).find((each) => each.id === id);
  if (!entry) throw new Error(`There is no entry "${id}".`);
  return entry;
};

/** Question and answer as they are read. */
const said = async (id: EntryId, policy: PortalPolicy, locale?: Locale): Promise<string> => {
  const { question, answer } = await entryOf(id, policy, locale);
  return [question, ...textsOf(answer).map(readable)].join(' ');
};

describe('the catalogue of the FAQ', () => {
  it('has one entry that each rule leads to, and that tells it', () => {
    for (const rule of ruleIds) {
      const homes = entryIds.filter((id) =>
        (entries[id].rules as readonly string[]).includes(rule),
      );
      expect(homes, rule).to.have.length(1);
      expect(entryAt(`#${anchorOf(rule)}`), rule).to.equal(homes[0]);
    }
  });

  it('has no entry without a rule', () => {
    expect(entryIds.filter((id) => rulesOf(id).length === 0)).to.deep.equal([]);
  });

  it('has an address for each entry, and no two entries for one', () => {
    for (const id of entryIds) expect(entryAt(`#${anchorOf(id)}`)).to.equal(id);
    const anchors = entryIds.flatMap((id) => [id, ...entries[id].rules]).map(anchorOf);
    expect(new Set(anchors).size).to.equal(anchors.length);
  });

  it('leads nowhere by other addresses', () => {
    for (const hash of ['', '#', '#faq-', '#contact', '#faq-nothing']) {
      expect(entryAt(hash), hash).to.equal(undefined);
    }
  });
});

describe('the answers of the FAQ, by the policy', () => {
  const rows: [id: EntryId, policy: PortalPolicy, words: string][] = [
    ['what-it-is', mychart, 'request an appointment'],
    ['sign-up', mychart, 'call your clinic: 1-555-555-0142. You can also email MyChartSupport'],
    ['sign-up', mycooper, 'Give your full name and date of birth.'],
    ['sign-up', mycooper, 'Sign the Release of Information form at your office.'],
    ['sign-up', lakeside, 'The code works for 10 days.'],
    ['code-does-not-work', mychart, 'A code works for 30 days'],
    ['code-does-not-work', mycooper, 'A code works for 90 days'],
    ['code-does-not-work', lakeside, 'A code works for 10 days'],
    ['code-as-username', mychart, 'Is the activation code my username?'],
    ['code-as-username', mycooper, 'Is the access code my ID?'],
    ['security-question', mycooper, 'We ask it if you forget your password.'],
    ['security-question', mychart, 'We don’t ask one here.'],
    ['email-address', mycooper, 'You need one to sign up.'],
    ['email-address', lakeside, 'You can sign up without one'],
    ['forgot-password', mychart, 'You can also call the support line: 1-844-369-2667.'],
    ['forgot-password', mycooper, 'You’ll answer your security question first.'],
    ['forgot-password', mycooper, 'Then the link won’t help.'],
    ['forgot-password', lakeside, 'It works once, for 10 minutes.'],
    ['account-locked', mychart, 'after 5 wrong passwords in a row'],
    ['account-locked', mycooper, 'Call the office that gave you access: 1-555-555-0118.'],
    ['account-locked', mycooper, 'You can’t set a new password online while it’s locked.'],
    ['account-locked', lakeside, 'after 3 wrong passwords in a row'],
    ['account-locked', lakeside, 'Call the support line: 1-555-555-0190.'],
    ['wrong-username-or-password', mycooper, 'if no one has the ID'],
    ['forgot-username', mychart, 'call your clinic: 1-555-555-0142.'],
    [
      'forgot-username',
      lakeside,
      'It’s open Monday, Tuesday, Wednesday, Thursday, and Saturday, 9:30 AM to 6:15 PM, except holidays.',
    ],
    ['change-security-question', mycooper, 'In Settings, go to Change password.'],
    ['change-security-question', mychart, 'We don’t use security questions here.'],
    ['when-results', mychart, 'Your results appear once your doctor has reviewed them.'],
    ['when-results', lakeside, 'as soon as the lab is done, sometimes before your doctor'],
    ['when-results', lakeside, 'Biopsies and Pap tests: 3 days after the lab is done.'],
    ['renewal-request', mychart, 'for 30 or 90 days'],
    ['renewal-request', lakeside, 'for 60 days'],
    ['reply-time', mychart, 'within 1 to 3 business days'],
    ['reply-time', mycooper, 'within 2 business days'],
    ['reply-time', lakeside, 'within 2 to 4 business days'],
    [
      'medical-concern',
      mychart,
      'call 911 right away. If it’s urgent but not an emergency, call your medical center.',
    ],
    [
      'medical-concern',
      lakeside,
      'call 119 right away. If it’s urgent but not an emergency, call the lakeside nurse line.',
    ],
    ['read-messages', mychart, 'Our email tells you there’s something new'],
    ['request-appointment', mychart, 'within 3 business days'],
    ['request-appointment', lakeside, 'You can’t request one here.'],
    ['cancel-appointment', mycooper, 'No. Please call your office: 1-555-555-0118.'],
    ['cancel-appointment', lakeside, 'Yes. Sign in, go to Appointments'],
    ['family-record', mychart, 'You can be a parent or a guardian.'],
    ['family-record', mycooper, 'a spouse, a parent, a guardian, a caregiver, or others'],
    ['family-record', mychart, 'invite you from their own account, under Family access.'],
    ['family-record', lakeside, 'When a child turns 16'],
    ['share-my-record', mychart, 'Yes. Sign in and go to Family access.'],
    ['share-my-record', mycooper, 'Yes, but not online.'],
    ['shared-account', mychart, 'signs a Release of Information form'],
    ['change-email', mychart, 'Type the new address twice and save.'],
    ['change-email', mychart, 'We’ll ask for your password again.'],
    ['change-security-question', mycooper, 'We’ll ask for your password again.'],
    ['change-email', mycooper, 'We use it right away, here and in your health record.'],
    ['change-email', lakeside, 'Tell us at your next appointment'],
    ['change-contact', mychart, 'Sign in and go to Settings.'],
    ['change-contact', lakeside, 'You can’t change them here. Please call your practice'],
    ['no-alerts', mycooper, 'We send one each time'],
    ['no-alerts', lakeside, 'We don’t send those emails here.'],
    ['race-ethnicity', mycooper, 'New Jersey requires all hospitals to ask.'],
    ['race-ethnicity', mychart, 'We don’t ask about them here.'],
    ['signed-out', mychart, 'for 15 minutes'],
    ['signed-out', lakeside, 'for 5 minutes'],
    ['signed-out', lakeside, 'We warn you 1 minute before.'],
  ];
  for (const [id, policy, words] of rows) {
    it(`${id}, ${policy.id}: ${words}`, async () => {
      expect(await said(id, policy)).to.include(words);
    });
  }

  it('say what it costs, in the portal’s own name (fee.none)', async () => {
    for (const policy of policies) {
      expect(await said('cost', policy)).to.equal(
        `Does ${policy.portal.name} cost anything? No. It’s free for all our patients.`,
      );
    }
  });

  it('say how long results usually take (results.typical-days)', async () => {
    expect(await said('when-results', mychart)).to.include('This usually takes 1 to 12 days.');
    expect(await said('when-results', mycooper)).to.include('a few days, and up to 21 days.');
    const typicalDays = { from: 2, to: 9 };
    const other = { ...lakeside, results: { ...lakeside.results, typicalDays } };
    expect(await said('when-results', other)).to.include('This usually takes 2 to 9 days.');
  });

  it('say when to call about a missing result (results.contact-after)', async () => {
    expect(await said('missing-result', mychart)).to.include(
      'not here after 12 days, call your clinic: 1-555-555-0142.',
    );
    expect(await said('missing-result', mycooper)).to.include(
      'not here after 4 business days, call your office: 1-555-555-0118.',
    );
    const contactAfter = { days: 1, businessDays: true };
    const other = { ...lakeside, results: { ...lakeside.results, contactAfter } };
    expect(await said('missing-result', other)).to.include('not here after 1 business day, call');
  });

  it('say whom to ask for what is not shown in full', async () => {
    expect(await said('wrong-information', mychart)).to.match(
      /form we can’t show, or not in full.*call your clinic: 1-555-555-0142\./,
    );
  });

  it('name the health facts that can be trusted (resources.trusted)', async () => {
    for (const policy of policies) {
      expect(await said('what-it-is', policy)).to.include(policy.portal.name);
      expect(await said('what-it-is', policy)).to.include('find health information you can trust.');
    }
  });

  it('say how long a renewal takes (renewal.reply-time)', async () => {
    for (const [policy, words] of [
      [mychart, 'within 3 business days'],
      [mycooper, 'within 2 business days'],
      [lakeside, 'within 5 business days'],
    ] as const) {
      expect(await said('renewal-time', policy)).to.include(words);
    }
  });

  it('advise signing out (session.leave-advice)', async () => {
    for (const policy of policies) {
      expect(await said('signed-out', policy)).to.include('Sign out each time you leave');
    }
  });

  it('name the ways to help (support.channels), and what an email states (support.identify)', async () => {
    for (const policy of policies) {
      const { email, phone, officePhone, identify } = policy.support;
      const words = await said('help', policy);
      expect(words).to.include(email).and.include(officePhone);
      expect(words.includes('support line')).to.equal(phone !== null);
      if (phone !== null) expect(words).to.include(phone);
      expect(words.includes('Give your full name and date of birth.')).to.equal(identify);
    }
  });

  it('promise that nothing is sold, in the organization’s name (privacy.never-sold)', async () => {
    for (const policy of policies) {
      expect(await said('privacy', policy))
        .to.include(`${policy.portal.organization} follows federal and state privacy laws.`)
        .and.include('We never sell or lease them.');
    }
  });

  it('say what one needs (access.requirements)', async () => {
    expect(await said('requirements', mychart)).to.include('You need a working email address.');
    expect(await said('requirements', lakeside)).to.include('but you don’t need one.');
  });

  it('lead to the phone apps, if there are any (mobile.apps)', async () => {
    const { answer } = await entryOf('phone-app', mycooper);
    const links = textsOf(answer).flatMap((text) =>
      text.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.href])),
    );
    expect(links).to.deep.equal([mycooper.mobile.appStore, mycooper.mobile.googlePlay]);
    const googleOnly = { ...mycooper, mobile: { ...mycooper.mobile, appStore: null } };
    expect(await said('phone-app', googleOnly)).to.include('Get it from Google Play.');
    const none = { ...mycooper, mobile: { appStore: null, googlePlay: null } };
    expect(await said('phone-app', none)).to.include('There’s no app.');
    expect(await said('phone-app', googleOnly, 'es')).to.include('Descárguela de Google Play.');
    expect(await said('phone-app', none, 'es')).to.include('No hay una aplicación.');
  });

  it('hold no number that is not the policy’s', async () => {
    for (const policy of policies) {
      const known = JSON.stringify({ ...policy, hours: ['9:30', '6:15', '18:15', '8:00', '5:00'] });
      for (const locale of locales) {
        for (const { id, question, answer } of await loadFaq(policy, locale)) {
          const words = [question, ...textsOf(answer).map(readable)].join(' ');
          const numbers = words.match(/\d[\d:.-]*\d|\d/g) ?? [];
          expect(
            numbers.filter((number) => !known.includes(number)),
            `${policy.id}, ${locale}, ${id}`,
          ).to.deep.equal([]);
        }
      }
    }
  });

  it('leave no place unfilled and no paragraph empty, in any language', async () => {
    for (const policy of policies) {
      for (const locale of locales) {
        for (const { id, question, answer } of await loadFaq(policy, locale)) {
          const texts = [question, ...textsOf(answer).map(readable)];
          for (const text of texts) {
            expect(text, id)
              .to.match(/^\S.*[.?:,]$/)
              .and.not.match(/undefined|null|\[object| {2}/);
          }
        }
      }
    }
  });

  it('have in Spanish the facts that they have in English', async () => {
    const factsIn = (words: string) => (words.match(/\d+(-\d+)*/g) ?? []).sort();
    for (const policy of policies) {
      for (const id of entryIds.filter((each) => !['forgot-username', 'help'].includes(each))) {
        const [english, spanish] = [await said(id, policy), await said(id, policy, 'es')];
        expect(factsIn(spanish), `${policy.id}, ${id}`).to.deep.equal(factsIn(english));
      }
    }
  });

  it('stand in the list only where people have reason to ask', async () => {
    const unasked = async (policy: PortalPolicy) =>
      (await loadFaq(policy, 'en')).filter(({ asked }) => !asked).map(({ id }) => id);
    expect(await unasked(mychart)).to.deep.equal([
      'security-question',
      'change-security-question',
      'race-ethnicity',
    ]);
    expect(await unasked(mycooper)).to.deep.equal([]);
    expect(await unasked(lakeside)).to.deep.equal(['race-ethnicity']);
  });
});

describe('the FAQ for search engines', () => {
  it('is a schema.org FAQPage of what people have reason to ask, in plain text', async () => {
    const page = faqPage(await loadFaq(mychart, 'es'), 'es');
    expect(page).to.include({ '@context': 'https://schema.org', '@type': 'FAQPage' });
    expect(page.inLanguage).to.equal('es');
    expect(page.mainEntity).to.have.length(entryIds.length - 3);
    expect(page.mainEntity[1]).to.deep.equal({
      '@type': 'Question',
      name: '¿Cuesta algo usar MyChart?',
      acceptedAnswer: { '@type': 'Answer', text: 'No. Es gratis para todos nuestros pacientes.' },
    });
  });
});
