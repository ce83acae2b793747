import { p, steps, t, when } from '../answer.js';
import type { TopicWords } from '../words.js';

const relationships = {
  spouse: 'a spouse',
  parent: 'a parent',
  guardian: 'a guardian',
  caregiver: 'a caregiver',
  'other-family': 'others in the family',
};

export const family: TopicWords<'family'> = ({ policy, office, anyOf }) => {
  const { friendsAndFamily, comingOfAgeYears } = policy.proxy;
  const who = anyOf(policy.proxy.relationships.map((each) => relationships[each]));
  return {
    'family-record': {
      question: 'Can I see the record of someone in my family?',
      answer: [
        p`Yes, if we have their consent. You can be ${who}.`,
        steps(
          t`Fill in a Proxy Consent Form. Hand it in at the ${office}.`,
          t`When we have gone through it, sign in to your own account.`,
          t`Switch to their record.`,
        ),
        p`${when(friendsAndFamily, t`Or they let you in by themselves: in Share My Record, under Friends and family access.`)}`,
        p`When a child turns ${comingOfAgeYears}, the record is their own. They then say who may see it.`,
      ],
      keywords: 'proxy child son daughter parent mother father spouse husband wife access kids',
    },
    'share-my-record': {
      question: 'Can I let someone else see my record?',
      answer: [
        friendsAndFamily
          ? p`Yes. Sign in and go to Share My Record. Under Friends and family access you give access, change it, or take it back.`
          : p`Yes, but not online. Sign a Proxy Consent Form and hand it in at the ${office}. To take access back, tell the ${office}.`,
      ],
      keywords: 'proxy give access friend family caregiver revoke stop invite',
    },
    'family-question': {
      question: 'Can I write about someone in my family from my own account?',
      answer: [
        p`No. What you write goes into the record that is open. In the wrong record it could do harm. Switch to their record first. Then write from there.`,
      ],
      keywords: 'proxy child spouse ask message question behalf',
    },
    'shared-account': {
      question: 'Can my spouse and I share one account?',
      answer: [
        p`No. Health is private, so each adult has an account of their own, and just one.`,
        p`${when(
          policy.signup.releaseOfInformation,
          t`Each adult first signs a Release of Information form and hands it in at the ${office}. It lets us show the record online.`,
        )}`,
      ],
      keywords: 'husband wife partner couple joint together form',
    },
  };
};
