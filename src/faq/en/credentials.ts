import { list, p, t, when } from '../answer.js';
import type { TopicWords } from '../words.js';
import {
  callOffice,
  hours,
  minutes,
  oneTimePassword,
  openHours,
  unlockWays,
  wrongPasswords,
} from './phrases.js';

export const credentials: TopicWords<'credentials'> = (facts) => {
  const { policy, username, supportPhone, officePhone } = facts;
  const { login, password, signup } = policy;
  const line = supportPhone ?? officePhone;
  const byLink = password.resetBy.includes('reset-link');
  const byPhone = password.resetBy.includes('support-line');
  const staffHelp = login.unlock.some((way) => way !== 'reset-link');
  return {
    'forgot-password': {
      question: 'I forgot my password. What do I do?',
      answer: [
        p`${when(byLink, t`On the sign-in page, choose the link for a forgotten password. We’ll email you a link. It works once, for ${minutes(password.resetLinkMinutes)}.${when(password.resetQuestion, t` You’ll answer your security question first.`)}`)}`,
        p`${when(byPhone, byLink ? t`You can also call the support line: ${line}.` : t`Call the support line: ${line}.`)}${when(byPhone, t` You’ll get a one-time password. It works for ${hours(password.oneTimeHours)}. Sign in with it, then choose your own.`)}`,
        p`After ${wrongPasswords(login.maxAttempts)} in a row, your account locks.${password.lockedReset ? '' : ' Then the link won’t help.'} If it’s locked:`,
        list(...unlockWays(facts)),
      ],
      keywords: 'lost remember reset new change cannot sign in log in',
    },
    'account-locked': {
      question: 'My account is locked. What do I do?',
      answer: [
        p`We lock an account after ${wrongPasswords(login.maxAttempts)} in a row. This stops anyone who tries to guess your password. Your record is safe. To get back in:`,
        list(...unlockWays(facts)),
        p`${when(staffHelp, oneTimePassword(facts))}`,
        password.lockedReset
          ? p`You can set a new password online while it’s locked.`
          : p`You can’t set a new password online while it’s locked.`,
      ],
      keywords: 'lockout blocked unlock tries attempts cannot sign in log in',
    },
    'other-ways-to-sign-in': {
      question: 'Can I sign in with a passkey, or with a code from an app?',
      answer: [
        login.passkeys
          ? p`Yes, with a passkey: your fingerprint, your face, or your device’s PIN. Add one in Settings.`
          : p`We don’t use passkeys here. Sign in with your password.`,
        login.secondStep
          ? p`We can also ask for a code from an app on your phone, after your password. Turn this on in Settings.`
          : p`We don’t ask for a code after your password, unless you set that up before. You can turn it off in Settings.`,
      ],
      keywords: 'fingerprint face authenticator two factor second step security',
    },
    'wrong-username-or-password': {
      question: 'Why don’t you say what I typed wrong?',
      answer: [
        p`We say the same thing if the password is wrong and if no one has the ${username}. If we told you which, a stranger could find out who has an account. Check both, then try again.`,
      ],
      keywords: 'incorrect invalid sign in log in not right error',
    },
    'forgot-username': {
      question: `I forgot my ${username}. How do I get it?`,
      answer: [
        p`Ask for it on the sign-in page. We’ll email it to the address on your account. It never shows on a screen.`,
        p`If we don’t have a working address for you, ${callOffice(facts)}. ${openHours(facts)}`,
      ],
      keywords: 'lost remember login user name id recover',
    },
    'choose-password': {
      question: 'Can I choose my own password, and change it?',
      answer: [
        p`Yes. You choose it when you sign up. You can change it any time in Settings. Have your current password ready.`,
        p`A long one is best. A few words in a row are easy to remember and hard to guess. Don’t use your own name.`,
      ],
      keywords: 'new strong good own create update',
    },
    'change-security-question': {
      question: 'How do I set or change my security question?',
      answer: signup.securityQuestion
        ? [
            p`Sign in. In Settings, go to Change password. You can see your question there, but never the answer. Type a new question and its answer. Then save.${when(password.reauthenticate, t` We’ll ask for your password again.`)}`,
          ]
        : [p`We don’t use security questions here.`],
      keywords: 'answer edit new update',
      asked: signup.securityQuestion,
    },
    cookies: {
      question: 'Why do I see “Cookies are turned off”?',
      answer: [
        p`A cookie is a short note that your browser keeps for us. It tells us the next page is yours, too. Without it, you can’t stay signed in. We don’t use it for ads.`,
        p`Open your browser’s settings. Look for cookies under privacy, and allow them for this site. Then load the page again.`,
      ],
      keywords: 'enable allow browser settings please error',
    },
  };
};
