import { list, p, steps, t, when } from '../answer.js';
import type { TopicWords } from '../words.js';
import { callOffice, days } from './phrases.js';

export const enrolling: TopicWords<'enrolling'> = (facts) => {
  const { policy, office, username, code, mail, supportPhone } = facts;
  const { activation, signup, password, notifications, support } = policy;
  const writeToUs = when(
    activation.helpByEmail,
    t` You can also email ${mail}.${when(support.identify, t` Give your full name and date of birth.`)}`,
  );
  return {
    'sign-up': {
      question: 'How do I sign up?',
      answer: [
        steps(
          t`Ask for your ${code} at your next appointment. Or ${callOffice(facts)}.${writeToUs}`,
          when(
            signup.releaseOfInformation,
            t`Sign the Release of Information form at your ${office}.`,
          ),
          t`Go to the sign-up page. Type the code and your date of birth. The code works for ${days(activation.expiresAfterDays)}.`,
          t`Choose your own ${username} and password.${when(signup.securityQuestion, t` Choose a security question, too.`)}`,
        ),
        p`Only staff give out codes. This keeps others out of your record.`,
      ],
      keywords: 'register enroll join start create new account get code',
    },
    'code-does-not-work': {
      question: `Why doesn’t my ${code} work?`,
      answer: [
        list(
          t`It may be too old. A code works for ${days(activation.expiresAfterDays)} from the day you got it.`,
          t`It may have been used. A code works once. If you used it, you have an account: sign in with the ${username} and password you chose.`,
        ),
        p`To get a new code, ${callOffice(facts)}.${when(supportPhone !== undefined, t` You can also call the support line: ${supportPhone ?? ''}.`)}${writeToUs}`,
      ],
      keywords: 'expired old invalid used twice wrong error',
    },
    'code-as-username': {
      question: `Is the ${code} my ${username}?`,
      answer: [
        p`No, and it isn’t your password. It lets you in once, so you can choose your own ${username} and password. The code can’t be either one.`,
      ],
      keywords: 'login name',
    },
    'security-question': {
      question: 'What is the security question for?',
      answer: [
        p`${when(signup.securityQuestion, t`You choose it when you sign up. Pick one only you can answer.`)}`,
        p`${when(
          password.resetQuestion,
          t`We ask it if you forget your password. That way, no one who reads your email can take over your account. If you don’t know the answer, ${callOffice(facts)}.`,
        )}`,
        p`${when(!signup.securityQuestion && !password.resetQuestion, t`We don’t ask one here.`)}`,
      ],
      keywords: 'answer reset forgot',
      asked: signup.securityQuestion || password.resetQuestion,
    },
    'email-address': {
      question: 'Why do you ask for an email address? How do I get one?',
      answer: [
        signup.emailRequired
          ? p`You need one to sign up.`
          : p`You can sign up without one, but it helps.`,
        p`${when(notifications.newInformation, t`We email you when there’s something new for you. The email says nothing about your health. `)}We also send your ${username} there if you forget it.`,
        p`You can get an email address for free on the web. Your local library can help you.`,
      ],
      keywords: 'mail need free library none no have',
    },
  };
};
