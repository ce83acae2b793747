import { joined, list, p, t, when } from '../answer.js';
import type { TopicWords } from '../words.js';
import { minutes, openHours } from './phrases.js';

export const technical: TopicWords<'technical'> = (facts) => {
  const { policy, portal, organization, office, officePhone, supportPhone, mail } = facts;
  const { session, support, signup, mobile } = policy;
  const stores = [
    { words: 'Apple App Store', href: mobile.appStore },
    { words: 'Google Play', href: mobile.googlePlay },
  ].flatMap(({ words, href }) => (href === null ? [] : [{ words, href }]));
  return {
    security: {
      question: `How is ${portal} kept safe?`,
      answer: [
        list(
          t`Only staff give out codes, and only you know your password.`,
          t`All that goes between you and us is encrypted: nobody can read it on the way.`,
          t`When you sign out, nothing of your record stays in the browser.`,
          t`Messages can be read only while you are signed in.`,
        ),
      ],
      keywords: 'secure security protected encryption ssl private hack',
    },
    privacy: {
      question: 'What do you do with my name and email address?',
      answer: [
        p`${organization} keeps to federal and state privacy law. We take the same care of your name and email address as of your record. We never sell or lease them.`,
      ],
      keywords: 'privacy policy data sell share third party law',
    },
    'signed-out': {
      question: 'Why was I signed out?',
      answer: [
        p`Nobody typed or touched anything for ${minutes(session.idleMinutes)}. Then we sign you out, in every tab, to keep your record private. We warn you ${minutes(session.warnMinutes)} before.`,
        p`Sign out each time you leave the computer, even for a short time.`,
      ],
      keywords: 'logged out log off timeout idle session ended expired kicked',
    },
    requirements: {
      question: `What do I need to use ${portal}?`,
      answer: [
        list(
          t`You need a computer or phone that is on the internet.`,
          t`Use a new version of your browser, with cookies turned on.`,
          signup.emailRequired
            ? t`You need an email address that works.`
            : t`An email address helps, but you need none.`,
        ),
      ],
      keywords: 'requirements computer browser chrome internet device system',
    },
    help: {
      question: 'I have more questions. Where do I get help?',
      answer: [
        list(
          when(
            supportPhone !== undefined,
            t`Call the support line: ${supportPhone ?? officePhone}.`,
          ),
          t`Call your ${office}: ${officePhone}. ${openHours(facts)}`,
          t`Write to ${mail}.${when(support.identify, t` Give your full name and date of birth.`)} Write nothing about your health.`,
        ),
      ],
      keywords: 'contact support phone call email talk person problem',
    },
    'phone-app': {
      question: `Can I use ${portal} on my phone?`,
      answer: [
        stores.length > 0
          ? p`Yes. There is an app for it. Get it from ${joined(stores, ' or ')}. This site works in the browser of your phone, too.`
          : p`Yes. This site works in the browser of your phone. There is no app.`,
      ],
      keywords: 'smartphone mobile app iphone android download apple google',
    },
  };
};
