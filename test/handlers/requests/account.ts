import { homeAddress, securityQuestion } from '../../support/sample-people.js';
import {
  idempotent,
  missing,
  noEmail,
  noText,
  read,
  wrongDay,
  wrongText,
  type Samples,
} from './sample.js';

const password = 'a long enough one';

const noToken = [...noText, '', 'a b', 'x'.repeat(101)];
const wrongQuestion = [5, true, 'text', []];

export const account: Samples = {
  checkActivationCode: {
    right: { body: { code: 'ABCDE-FGHJK', birthDate: '1980-01-01' } },
    wrong: { code: wrongText(40), birthDate: wrongDay },
  },
  signUp: {
    right: {
      ...idempotent,
      body: {
        code: 'ABCDE-FGHJK',
        birthDate: '1980-01-01',
        username: 'new.name',
        password,
        email: 'ann@example.org',
        emailAgain: 'ann@example.org',
        securityQuestion,
      },
    },
    wrong: {
      code: wrongText(40),
      birthDate: wrongDay,
      username: wrongText(254),
      password: wrongText(256),
      email: [...noEmail, missing],
      emailAgain: [5, true, [], {}, 'x'.repeat(255)],
      securityQuestion: wrongQuestion,
    },
  },
  recoverUsername: {
    right: { ...idempotent, body: { email: 'ann@example.org', birthDate: '1980-01-01' } },
    wrong: { email: [...noEmail, missing, null], birthDate: wrongDay },
  },
  requestPasswordReset: {
    right: { ...idempotent, body: { username: 'ann.example' } },
    wrong: { username: wrongText(254) },
  },
  readPasswordReset: { right: { body: { token: 'made-up' } }, wrong: { token: noToken } },
  resetPassword: {
    right: { ...idempotent, body: { token: 'made-up', securityAnswer: 'Elm Street', password } },
    wrong: {
      token: noToken,
      securityAnswer: [missing, 5, true, [], {}, '', 'x'.repeat(201)],
      password: wrongText(256),
    },
  },
  getPreferences: { right: {} },
  changeEmail: {
    right: {
      ...read,
      body: { email: 'new@example.org', emailAgain: 'new@example.org', currentPassword: 'wrong' },
    },
    wrong: {
      email: [...noEmail, missing, null],
      emailAgain: [5, [], {}, 'x'.repeat(255)],
      currentPassword: [5, true, [], {}, '', 'x'.repeat(257)],
    },
  },
  changePassword: {
    right: { ...idempotent, body: { currentPassword: 'wrong', password } },
    wrong: { currentPassword: wrongText(256), password: wrongText(256) },
  },
  changeSecurityQuestion: {
    right: { ...read, body: { ...securityQuestion, currentPassword: 'wrong' } },
    wrong: {
      question: wrongText(200),
      answer: wrongText(200),
      currentPassword: [5, true, [], {}, '', 'x'.repeat(257)],
    },
  },
  changeContact: {
    right: { ...read, body: { address: homeAddress, phone: '1-555-555-0100' } },
    wrong: { address: [missing, 5, 'x', []], phone: [missing, 5, '', '12', 'call me', {}] },
  },
};
