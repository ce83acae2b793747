import { list, p, t, when } from '../answer.js';
import type { TopicWords } from '../words.js';

export const about: TopicWords<'about'> = ({ portal, policy }) => ({
  'what-it-is': {
    question: `What is ${portal}?`,
    answer: [
      p`${portal} is a safe website for your health record and your care team. You can use it to:`,
      list(
        t`see test results,`,
        t`read your health summary,`,
        t`request a renewal of a medication,`,
        when(policy.appointments.request, t`request an appointment,`),
        t`send messages to your care team,`,
        t`find health information you can trust.`,
      ),
      p`You sign in first. No one else sees what you read or write here.`,
    ],
    keywords: 'about portal offers features use account',
  },
  cost: {
    question: `Does ${portal} cost anything?`,
    answer: [p`No. It’s free for all our patients.`],
    keywords: 'fee price pay money charge',
  },
});
