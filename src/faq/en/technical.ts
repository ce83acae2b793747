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
          t`Everything between you and us is encrypted. No one can read it on the way.`,
          t`When you sign out, nothing from your record stays in the browser.`,
          t`Messages can be read only while you’re signed in.`,
        ),
      ],
      keywords: 'secure security protected encryption ssl private hack',
    },
    privacy: {
      question: 'What do you do with my name and email address?',
      answer: [
        p`${organization} follows federal and state privacy laws. We protect your name and email address just like your record. We never sell or lease them.`,
      ],
      keywords: 'privacy policy data sell share third party law',
    },
    'signed-out': {
      question: 'Why was I signed out?',
      answer: [
        p`No one typed or touched anything for ${minutes(session.idleMinutes)}. So we signed you out, in every tab, to keep your record private. We warn you ${minutes(session.warnMinutes)} before.`,
        p`Sign out each time you leave the computer, even for a short time.`,
      ],
      keywords: 'logged out log off timeout idle session ended expired kicked',
    },
    requirements: {
      question: `What do I need to use ${portal}?`,
      answer: [
        list(
          t`You need a computer or phone with internet.`,
          t`Keep your browser up to date. Turn cookies on.`,
          signup.emailRequired
            ? t`You need a working email address.`
            : t`An email address helps, but you don’t need one.`,
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
          t`Email ${mail}.${when(support.identify, t` Give your full name and date of birth.`)} Don’t include health details.`,
        ),
      ],
      keywords: 'contact support phone call email talk person problem',
    },
    'phone-app': {
      question: `Can I use ${portal} on my phone?`,
      answer: [
        stores.length > 0
          ? p`Yes. There’s an app. Get it from ${joined(stores, ' or ')}. This site also works in your phone’s browser.`
          : p`Yes. This site works in your phone’s browser. There’s no app.`,
      ],
      keywords: 'smartphone mobile app iphone android download apple google',
    },
  };
};
