import { p } from '../answer.js';
import type { TopicWords } from '../words.js';
import { businessDays, callOffice } from './phrases.js';

export const appointments: TopicWords<'appointments'> = (facts) => {
  const { request, replyBusinessDays, cancelOnline } = facts.policy.appointments;
  return {
    'request-appointment': {
      question: 'How do I ask for an appointment?',
      answer: [
        request
          ? p`Sign in and go to Appointments. Say what it is for and when you can come. You get an answer within ${businessDays(replyBusinessDays)}.`
          : p`You cannot ask for one here. Please ${callOffice(facts)}.`,
      ],
      keywords: 'visit book schedule make doctor see request',
    },
    'cancel-appointment': {
      question: 'Can I cancel an appointment here?',
      answer: [
        cancelOnline
          ? p`Yes. Sign in, go to Appointments, and choose the one to cancel.`
          : p`No. Please ${callOffice(facts)}. They can find you another time, too.`,
      ],
      keywords: 'visit change move reschedule call off',
    },
  };
};
