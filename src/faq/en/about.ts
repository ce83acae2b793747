import { list, p, t, when } from '../answer.js';
import type { TopicWords } from '../words.js';

export const about: TopicWords<'about'> = ({ portal, policy }) => ({
  'what-it-is': {
    question: `What is ${portal}?`,
    answer: [
      p`${portal} is a safe website. It shows you parts of your health record and lets you reach your care team. With it you can:`,
      list(
        t`see test results,`,
        t`read your health summary,`,
        t`ask for more of a medicine,`,
        when(policy.appointments.request, t`ask for an appointment,`),
        t`write to your care team,`,
        t`find health facts that you can trust.`,
      ),
      p`You sign in first. Nobody else sees what you read and write here.`,
    ],
    keywords: 'about portal offers features use account',
  },
  cost: {
    question: `Does ${portal} cost anything?`,
    answer: [p`No. It is free for all of our patients.`],
    keywords: 'fee price pay money charge',
  },
});
