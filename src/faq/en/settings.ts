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
        p`Sign in. In Settings, go to Notifications. Type the new address${enteredTwice ? ' twice' : ''} and save.${when(policy.password.reauthenticate, t` We’ll ask for your password again.`)}${when(enteredTwice, t` With one wrong letter, our emails would go to someone else. Typing it twice catches that.`)}`,
        instantUpdate
          ? p`We use it right away, here and in your health record.`
          : p`We use it here right away. Tell us at your next appointment, so we can update your health record, too.`,
      ],
      keywords: 'mail update new edit notifications',
    },
    'change-contact': {
      question: 'How do I change my address or phone number?',
      answer: [
        policy.contact.editable
          ? p`Sign in and go to Settings. Change what isn’t right. Then save.`
          : p`You can’t change them here. Please ${callOffice(facts)}.`,
      ],
      keywords: 'move moved update personal information street mobile cell',
    },
    'no-alerts': {
      question: 'Why don’t I get emails when there’s something new?',
      answer: policy.notifications.newInformation
        ? [
            p`We send one each time there’s something new for you. Look in Settings, under Notifications. Is your address right? Check your spam folder, too.`,
          ]
        : [p`We don’t send those emails here. Sign in to see what’s new.`],
      keywords: 'alert notification notice not receiving spam missing',
    },
    'race-ethnicity': {
      question: 'Why do you ask about race and ethnicity?',
      answer:
        state === null
          ? [p`We don’t ask about them here.`]
          : [
              p`${state} requires all hospitals to ask. Your answers help us:`,
              list(
                t`keep track of illness by group,`,
                t`find health risks early,`,
                t`learn what each group of patients needs,`,
                t`make sure everyone gets the same good care.`,
              ),
              p`You can choose not to answer.`,
            ],
      keywords: 'ethnic demographics decline background state law',
      asked: state !== null,
    },
  };
};
