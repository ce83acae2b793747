import { p, t, when } from '../answer.js';
import type { TopicWords } from '../words.js';
import { businessDays, callOffice, wait } from './phrases.js';

export const messages: TopicWords<'messages'> = (facts) => {
  const { policy, emergency, urgentContact } = facts;
  const reply = wait(policy.messages.replyBusinessDays, businessDays);
  return {
    'reply-time': {
      question: 'When do I get a reply to my message?',
      answer: [
        p`Mostly within ${reply}. If you need to know sooner, ${callOffice(facts)}.`,
        p`Do not write here if it is urgent. In an emergency call ${emergency}. Else call ${urgentContact}.`,
      ],
      keywords: 'answer doctor nurse wait long response',
    },
    'medical-concern': {
      question: 'I worry about my health. How do I tell you?',
      answer: [
        p`In an emergency call ${emergency} at once. If it is urgent, call ${urgentContact}.`,
        p`For all else, write to your care team here. You get a reply within ${reply}. If that is too late, ${callOffice(facts)}.`,
      ],
      keywords: 'urgent emergency sick pain ask question doctor contact symptom',
    },
    'read-messages': {
      question: 'Why can I not read a message in my email?',
      answer: [
        p`Your messages are private. So you read and write them only while you are signed in.${when(policy.notifications.newInformation, t` Our email tells you that there is something new, and no more.`)}`,
      ],
      keywords: 'inbox secure alert notification see open',
    },
    'too-many-unsent': {
      question: 'Why can I not keep one more draft or file?',
      answer: [
        p`We keep up to ${policy.messages.unsent.drafts} drafts and ${policy.messages.unsent.files} files that you have not sent. To make room, go to Messages, then Drafts. Send what you want to send. Delete the rest.`,
      ],
      keywords: 'attachment photo full limit space save unsent add',
    },
  };
};
