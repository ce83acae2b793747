import { expect } from '@open-wc/testing';
import { fillAnswers } from '../../demo/answers.js';
import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../src/policy/portal-policy.js';

/** A third hospital: every value that the answers tell differs from the presets'. */
const lakeside: PortalPolicy = {
  ...mychart,
  id: 'lakeside',
  portal: { name: 'Lakeside Connect', organization: 'Lakeside Clinics' },
  terms: {
    office: { en: 'health center' },
    username: { en: 'login name' },
    activationCode: { en: 'welcome code' },
  },
  calendar: { ...mychart.calendar, opens: '07:15', closes: '18:45' },
  activation: { expiresAfterDays: 61, helpByEmail: false },
  signup: { ...mychart.signup, releaseOfInformation: false },
  login: { maxAttempts: 9, unlock: ['reset-link', 'office'], requestsPerMinute: 30 },
  session: { idleMinutes: 22, warnMinutes: 3 },
  password: {
    resetBy: ['reset-link'],
    resetQuestion: true,
    lockedReset: true,
    resetLinkMinutes: 47,
  },
  results: {
    ...mychart.results,
    release: { when: 'after-days', days: 6 },
    releaseByCategory: { imaging: { when: 'immediate' } },
    typicalDays: { to: 17 },
    contactAfter: { days: 8, businessDays: true },
  },
  support: {
    email: 'help@lakeside.example',
    phone: null,
    identify: true,
    officePhone: '1-555-555-0177',
  },
};

const said = (answer: string, policy: PortalPolicy): string => {
  const place = document.createElement('div');
  place.dataset['answer'] = answer;
  document.body.append(place);
  fillAnswers(policy);
  place.remove();
  return place.textContent.replace(/\s+/g, ' ').trim();
};

const rows: [answer: string, policy: PortalPolicy, words: string][] = [
  ['activation.issued-at-visit', mychart, 'write to MyChartSupport@example.org'],
  ['activation.issued-at-visit', lakeside, 'call your health center: 1-555-555-0177'],
  ['activation.expires', mycooper, 'After 90 days.'],
  ['activation.expires', lakeside, 'After 61 days.'],
  ['activation.not-a-username', lakeside, 'to choose your own login name and password'],
  ['signup.email-required', mycooper, 'Yes.'],
  ['email.entered-twice', mychart, 'Typed twice, it shows.'],
  ['signup.security-question', mycooper, 'It shows that it is you'],
  ['signup.security-question', mychart, 'We ask for none'],
  ['account.release-of-information', mycooper, 'hands it in at the office'],
  ['account.release-of-information', lakeside, 'You need none here.'],
  ['password.reset-question', lakeside, 'call your health center: 1-555-555-0177'],
  ['password.reset-question', mychart, 'We ask none here'],
  ['login.lockout', mycooper, 'After 5 wrong passwords in a row'],
  ['login.lockout', lakeside, 'After 9 wrong passwords in a row'],
  ['login.unlock', mychart, 'Call the support line: 1-844-369-2667.'],
  [
    'login.unlock',
    mycooper,
    'There is one way: Call the office that gave you access: 1-555-555-0118.',
  ],
  ['login.unlock', lakeside, 'Call the health center that gave you access: 1-555-555-0177.'],
  ['login.no-hints', lakeside, 'for a login name that nobody has'],
  ['password.self-reset', mychart, 'You can also call the support line: 1-844-369-2667.'],
  ['password.self-reset', mycooper, 'You answer your security question first.'],
  ['password.self-reset', lakeside, 'It works for 47 minutes.'],
  ['password.locked-reset', mychart, 'Yes.'],
  ['password.locked-reset', mycooper, 'No. Please call your office: 1-555-555-0118.'],
  ['username.recovery', lakeside, 'call your health center: 1-555-555-0177'],
  ['session.idle-logout', mychart, 'for 15 minutes we sign you out'],
  ['session.idle-logout', lakeside, 'there 3 minutes before that'],
  ['results.after-review', mychart, 'As soon as your doctor has looked at them.'],
  ['results.after-review', lakeside, '6 days after they are ready'],
  ['results.after-review', lakeside, 'For imaging: As soon as the laboratory has them'],
  ['results.typical-days', mychart, 'Between 1 and 12 days.'],
  ['results.typical-days', mycooper, 'Up to 21 days.'],
  ['results.contact-after', mycooper, 'after 4 business days, call your office: 1-555-555-0118'],
  ['results.contact-after', mychart, 'after 12 days, call your clinic: 1-555-555-0142'],
  ['contact', mychart, 'Support line of MyChart: 1-844-369-2667'],
  ['contact', lakeside, 'from 7:15 AM to 6:45 PM'],
  ['contact', lakeside, 'help@lakeside.example. Give your full name and date of birth.'],
  ['sign-up', mycooper, 'Sign the Release of Information form there.'],
  ['sign-up', lakeside, 'Ask for your welcome code at your next visit'],
  ['sign-up', lakeside, 'Use the code within 61 days.'],
];

describe("the demo's answers", () => {
  for (const [answer, policy, words] of rows) {
    it(`${answer}, ${policy.id}: ${words}`, () => {
      expect(said(answer, policy)).to.include(words);
    });
  }

  it('leave out what a policy does not have', () => {
    expect(said('contact', lakeside)).not.to.include('Support line');
    expect(said('password.self-reset', lakeside)).not.to.include('support line');
    expect(said('password.self-reset', mychart)).not.to.include('security question');
    expect(said('activation.issued-at-visit', lakeside)).not.to.include('write to');
    expect(said('login.unlock', mycooper)).not.to.include('e-mail');
    expect(said('sign-up', lakeside)).not.to.include('Release of Information');
  });
});
