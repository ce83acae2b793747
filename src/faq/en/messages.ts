import { p, t, when } from '../answer.js';
import type { TopicWords } from '../words.js';
import { businessDays, callOffice, wait } from './phrases.js';

export const messages: TopicWords<'messages'> = (facts) => {
  const { policy, emergency, urgentContact } = facts;
  const reply = wait(policy.messages.replyBusinessDays, businessDays);
  return {
    'reply-time': {
      question: 'When will I get a reply to my message?',
      answer: [
        p`Usually within ${reply}. If you need to know sooner, ${callOffice(facts)}.`,
        p`Don’t write here if it’s urgent. In an emergency, call ${emergency}. If it’s urgent but not an emergency, call ${urgentContact}.`,
      ],
      keywords: 'answer doctor nurse wait long response',
    },
    'medical-concern': {
      question: 'I’m worried about my health. How do I tell you?',
      answer: [
        p`In an emergency, call ${emergency} right away. If it’s urgent but not an emergency, call ${urgentContact}.`,
        p`For everything else, write to your care team here. They’ll reply within ${reply}. If that’s too late, ${callOffice(facts)}.`,
      ],
      keywords: 'urgent emergency sick pain ask question doctor contact symptom',
    },
    'read-messages': {
      question: 'Why can’t I read messages in my email?',
      answer: [
        p`Your messages are private. You can read and write them only while you’re signed in.${when(policy.notifications.newInformation, t` Our email tells you there’s something new, and nothing more.`)}`,
      ],
      keywords: 'inbox secure alert notification see open',
    },
    'too-many-unsent': {
      question: 'Why can’t I save another draft or file?',
      answer: [
        p`We keep up to ${policy.messages.unsent.drafts} drafts and ${policy.messages.unsent.files} files you haven’t sent. To make room, go to Messages, then Drafts. Send what you want to send. Delete the rest.`,
      ],
      keywords: 'attachment photo full limit space save unsent add',
    },
  };
};
