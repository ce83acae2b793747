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
        p`${when(byLink, t`On the sign-in page, choose the link for a forgotten password. We email you a link. It works once, for ${minutes(password.resetLinkMinutes)}.${when(password.resetQuestion, t` You answer your security question first.`)}`)}`,
        p`${when(byPhone, byLink ? t`You can also call the support line: ${line}.` : t`Call the support line: ${line}.`)}${when(byPhone, t` You get a one-time password, which works for ${hours(password.oneTimeHours)}. Sign in with it, and choose your own.`)}`,
        p`After ${wrongPasswords(login.maxAttempts)} in a row your account locks.${password.lockedReset ? '' : ' Then no link can help.'} If it is locked:`,
        list(...unlockWays(facts)),
      ],
      keywords: 'lost remember reset new change cannot sign in log in',
    },
    'account-locked': {
      question: 'My account is locked. What do I do?',
      answer: [
        p`We lock an account after ${wrongPasswords(login.maxAttempts)} in a row. This stops people who try to guess. Your record is safe. To get back in:`,
        list(...unlockWays(facts)),
        p`${when(staffHelp, oneTimePassword(facts))}`,
        password.lockedReset
          ? p`You can set a new password online while it is locked.`
          : p`You cannot set a new password online while it is locked.`,
      ],
      keywords: 'lockout blocked unlock tries attempts cannot sign in log in',
    },
    'other-ways-to-sign-in': {
      question: 'Can I sign in with a passkey, or with a code from an app?',
      answer: [
        login.passkeys
          ? p`Yes, with a passkey. Then you need no password: your fingerprint, your face, or the PIN of your device will do. You add one in Preferences.`
          : p`We use no passkeys here. Sign in with your password.`,
        login.secondStep
          ? p`You can also have us ask for a code from an app on your phone, after your password. You turn this on in Preferences.`
          : p`We ask for no code after your password, unless you set that up before. You can turn it off in Preferences.`,
      ],
      keywords: 'fingerprint face authenticator two factor second step security',
    },
    'wrong-username-or-password': {
      question: 'Why do you not say what I typed wrong?',
      answer: [
        p`We say the same if the password is wrong and if nobody has the ${username}. If we told which, a stranger could find out who has an account. Check both, then try again.`,
      ],
      keywords: 'incorrect invalid sign in log in not right error',
    },
    'forgot-username': {
      question: `I forgot my ${username}. How do I get it?`,
      answer: [
        p`Ask for it on the sign-in page. We email it to the address that we have for you. It never shows on a screen.`,
        p`If we have no address that works, ${callOffice(facts)}. ${openHours(facts)}`,
      ],
      keywords: 'lost remember login user name id recover',
    },
    'choose-password': {
      question: 'Can I choose my own password, and change it?',
      answer: [
        p`Yes. You choose it when you sign up. You can change it when you like, in Preferences. Have the one that you use now at hand.`,
        p`A long one is best. A few words in a row are easy to keep in mind and hard to guess. Do not use your own name.`,
      ],
      keywords: 'new strong good own create update',
    },
    'change-security-question': {
      question: 'How do I set or change my security question?',
      answer: signup.securityQuestion
        ? [
            p`Sign in. In Preferences, go to Change password. You can see your question there, but never the answer. Type a new question and its answer. Then save.${when(password.reauthenticate, t` We ask for your password again.`)}`,
          ]
        : [p`We do not use security questions here.`],
      keywords: 'answer edit new update',
      asked: signup.securityQuestion,
    },
    cookies: {
      question: 'Why do I see “Cookies are turned off”?',
      answer: [
        p`A cookie is a short note that your browser keeps for us. It tells us that the next page is yours, too. Without it nobody can stay signed in. We do not use it for ads.`,
        p`Open the settings of your browser. Look for cookies under privacy, and allow them for this site. Then load the page again.`,
      ],
      keywords: 'enable allow browser settings please error',
    },
  };
};
