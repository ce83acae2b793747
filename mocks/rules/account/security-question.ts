import type { FieldReason } from '../../../src/contract/problems.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { wrongField } from './credentials.js';
import { allowed, refused, type Decision, type Refusal } from '../decision.js';

/** A question of somebody's own, with its answer. */
interface SecurityQuestion {
  readonly question: string;
  readonly answer: string;
}

/** How answers are compared: without regard to letter case, and to signs and space around words. */
export const normalAnswer = (answer: string): string =>
  answer
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();

/** Whether this portal has security questions: at sign-up, or before a reset. */
export const usesSecurityQuestion = ({ signup, password }: PortalPolicy): boolean =>
  signup.securityQuestion || password.resetQuestion;

/**
 * Whether a question with its answer can be kept (`signup.security-question`).
 * @param pointer JSON Pointer of the part of the request that holds the two
 */
export const decideSecurityQuestion = (
  { question, answer }: SecurityQuestion,
  pointer: string,
): Decision<SecurityQuestion> => {
  const wrong = (field: string, reason: FieldReason, detail: string) =>
    wrongField('signup.security-question', `${pointer}/${field}`, reason, detail);
  const asked = normalAnswer(question);
  const answered = normalAnswer(answer);
  if (asked === '') return wrong('question', 'no-words', 'The question has no words.');
  if (answered === '') return wrong('answer', 'no-words', 'The answer has no words.');
  if (` ${asked} `.includes(` ${answered} `)) {
    return wrong('answer', 'in-the-question', 'The answer stands in the question.');
  }
  return allowed({ question: question.trim(), answer });
};

/** The question that a new account is to have; null: this portal asks for none. */
export const decideFirstQuestion = (
  given: SecurityQuestion | null,
  policy: PortalPolicy,
): Decision<SecurityQuestion | null> => {
  if (!usesSecurityQuestion(policy)) return allowed(null);
  if (given) return decideSecurityQuestion(given, '/body/securityQuestion');
  return policy.signup.securityQuestion ? questionRequired : allowed(null);
};

const questionRequired: Refusal = wrongField(
  'signup.security-question',
  '/body/securityQuestion',
  'required',
  'A security question and its answer are chosen at sign-up.',
);

/** Whether the question can be set or changed here (`security-question.change`). */
export const decideQuestionChange = (
  wanted: SecurityQuestion,
  policy: PortalPolicy,
): Decision<SecurityQuestion> =>
  usesSecurityQuestion(policy)
    ? decideSecurityQuestion(wanted, '/body')
    : refused('security-question.change', {
        detail: 'This portal doesn’t use security questions.',
        next: [],
      });
