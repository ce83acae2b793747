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
        p`Yes, with their consent. You can be ${who}.`,
        steps(
          t`Fill in a Proxy Consent Form. Hand it in at the ${office}.`,
          t`Once it’s processed, sign in to your own account.`,
          t`Switch to their record.`,
        ),
        p`${when(friendsAndFamily, t`Or they can invite you from their own account, under Family access.`)}`,
        p`When a child turns ${comingOfAgeYears}, the record is theirs alone. They then decide who can see it.`,
      ],
      keywords: 'proxy child son daughter parent mother father spouse husband wife access kids',
    },
    'share-my-record': {
      question: 'Can I let someone else see my record?',
      answer: [
        friendsAndFamily
          ? p`Yes. Sign in and go to Family access. You can give access there, change it, or end it.`
          : p`Yes, but not online. Sign a Proxy Consent Form and hand it in at the ${office}. To end access, tell the ${office}.`,
      ],
      keywords: 'proxy give access friend family caregiver revoke stop invite',
    },
    'family-question': {
      question: 'Can I write about someone in my family from my own account?',
      answer: [
        p`No. What you write goes into the record that’s open. In the wrong record, it could do harm. Switch to their record first. Then write from there.`,
      ],
      keywords: 'proxy child spouse ask message question behalf',
    },
    'shared-account': {
      question: 'Can my spouse and I share one account?',
      answer: [
        p`No. Health is private, so each adult has their own account, and just one.`,
        p`${when(
          policy.signup.releaseOfInformation,
          t`Each adult first signs a Release of Information form and hands it in at the ${office}. It lets us show the record online.`,
        )}`,
      ],
      keywords: 'husband wife partner couple joint together form',
    },
  };
};
