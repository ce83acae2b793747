import { list, p, t, when } from '../answer.js';
import type { TopicWords } from '../words.js';
import { callOffice } from './phrases.js';

export const settings: TopicWords<'settings'> = (facts) => {
  const { policy } = facts;
  const { enteredTwice, instantUpdate } = policy.email;
  const state = policy.demographics.requiredByState;
  return {
    'change-email': {
      question: 'How do I change my email address?',
      answer: [
        p`Sign in. In Preferences, go to Notifications. Type the new address${enteredTwice ? ' twice' : ''} and save.${when(policy.password.reauthenticate, t` We ask for your password again.`)}${when(enteredTwice, t` With one wrong letter our emails would go to someone else. Typed twice, it shows.`)}`,
        instantUpdate
          ? p`We use it at once, here and in your health record.`
          : p`We use it here at once. Tell us at your next visit, so that your health record has it, too.`,
      ],
      keywords: 'mail update new edit notifications',
    },
    'change-contact': {
      question: 'How do I change my address or phone number?',
      answer: [
        policy.contact.editable
          ? p`Sign in and go to Preferences. Change what is not right. Then save.`
          : p`You cannot change them here. Please ${callOffice(facts)}.`,
      ],
      keywords: 'move moved update personal information street mobile cell',
    },
    'no-alerts': {
      question: 'Why do I get no emails about new things?',
      answer: policy.notifications.newInformation
        ? [
            p`We send one each time there is something new for you. Look in Preferences, under Notifications: is your address right? Look in the spam folder of your email, too.`,
          ]
        : [p`We send no such emails here. Sign in to see what is new.`],
      keywords: 'alert notification notice not receiving spam missing',
    },
    'race-ethnicity': {
      question: 'Why do you ask about race and ethnicity?',
      answer:
        state === null
          ? [p`We do not ask about them here.`]
          : [
              p`${state} has all hospitals ask. What you tell us helps us to:`,
              list(
                t`keep track of illness by group,`,
                t`find health risks early,`,
                t`learn what each group of patients needs,`,
                t`see that all get the same good care.`,
              ),
              p`You need not say. That is an answer, too.`,
            ],
      keywords: 'ethnic demographics decline background state law',
      asked: state !== null,
    },
  };
};
