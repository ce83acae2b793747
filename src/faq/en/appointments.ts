import { p } from '../answer.js';
import type { TopicWords } from '../words.js';
import { businessDays, callOffice } from './phrases.js';

export const appointments: TopicWords<'appointments'> = (facts) => {
  const { request, replyBusinessDays, cancelOnline } = facts.policy.appointments;
  return {
    'request-appointment': {
      question: 'How do I request an appointment?',
      answer: [
        request
          ? p`Sign in and go to Appointments. Tell us what it’s for and when you can come. We’ll reply within ${businessDays(replyBusinessDays)}.`
          : p`You can’t request one here. Please ${callOffice(facts)}.`,
      ],
      keywords: 'visit book schedule make doctor see request',
    },
    'cancel-appointment': {
      question: 'Can I cancel an appointment here?',
      answer: [
        cancelOnline
          ? p`Yes. Sign in, go to Appointments, and choose the one to cancel.`
          : p`No. Please ${callOffice(facts)}. They can also find you another time.`,
      ],
      keywords: 'visit change move reschedule call off',
    },
  };
};
