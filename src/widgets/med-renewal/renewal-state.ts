import { html, nothing } from 'lit';
import { hasEnded } from '../../contract/record/medication-ended.js';
import type { Medication, Renewal } from '../../contract/record/medications.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { faqLink, formatDate, formatDay } from '../../ui/format.js';
import { localized } from '../../ui/words/policy-words.js';
import { callLink } from '../../ui/call-link.js';
import { noteView } from '../../ui/note.js';
import { refillWords, supplyWords } from './medication-words.js';

/**
 * What came of the last request for a renewal: that it waits, until which day, and whom to call if that
 * day is over (`renewal.reply-time`); or how it was answered.
 * @param account name of who has signed in: "you"
 */
export const renewalState = (medication: Medication, account: string, context: PortalContext) => {
  const { lastRenewal } = medication;
  if (!lastRenewal) return nothing;
  switch (lastRenewal.status) {
    case 'pending':
      return pendingNote(lastRenewal, account, context);
    case 'approved':
      return approvedNote(lastRenewal, medication, context);
    case 'denied':
      return deniedNote(lastRenewal, context);
  }
};

const pendingNote = (renewal: Renewal, account: string, context: PortalContext) => {
  const { locale, policy, faqHref } = context;
  const day = formatDay(renewal.expectedBy, locale);
  const asked = formatDate(renewal.requestedAt, locale, policy.timeZone);
  const office = localized(policy.terms.office, locale);
  const who =
    renewal.requestedBy === account
      ? msg(str`You requested it on ${asked}.`)
      : msg(str`${renewal.requestedBy} requested it on ${asked}.`);
  return noteView({
    ...(renewal.overdue && { tone: 'warning' }),
    heading: renewal.overdue
      ? msg(str`Our reply is late. It was due by ${day}.`)
      : msg(str`Renewal requested. We’ll reply by ${day}.`),
    text: `${who} ${wishWords(renewal)}`,
    steps: [
      html`${
        renewal.overdue
          ? msg(str`No reply yet? Call your ${office}:`)
          : msg(str`Need it sooner? Call your ${office}:`)
      }
      ${callLink(policy.support.officePhone)}`,
    ],
    faqHref: faqLink(faqHref, 'renewal.reply-time'),
  });
};

/** Nobody is sent to the pharmacy for what is used up, or not taken any more. */
const approvedNote = (renewal: Renewal, medication: Medication, context: PortalContext) => {
  const { pharmacy, renewable } = medication;
  const isOver = renewable.allowed || hasEnded(medication);
  const known = pharmacy && (renewal.pharmacy === null || renewal.pharmacy === pharmacy.name);
  const heading = msg('Your renewal was approved.');
  if (isOver) return html`<p class="pw-muted">${heading} ${answerView(renewal, context)}</p>`;
  return noteView({
    tone: 'success',
    heading,
    text: answerView(renewal, context),
    steps: [
      known
        ? html`${msg(str`Ask your pharmacy, ${pharmacy.name}, when you can pick it up.`)}`
        : html`${msg('Ask your pharmacy when you can pick it up.')}`,
    ],
  });
};

const deniedNote = (renewal: Renewal, context: PortalContext) => {
  const { locale, policy } = context;
  const office = localized(policy.terms.office, locale);
  return noteView({
    tone: 'warning',
    heading: msg('Your renewal wasn’t approved.'),
    text: answerView(renewal, context),
    steps: [
      html`${msg(str`Questions? Call your ${office}:`)} ${callLink(policy.support.officePhone)}`,
    ],
  });
};

/** What was asked for, and the answer: by whom, when, and in which words. */
const answerView = (renewal: Renewal, { locale, policy }: PortalContext) => {
  const { decision } = renewal;
  if (!decision) return html`${wishWords(renewal)}`;
  const { by, at, note } = decision;
  const answer = [`${by}, ${formatDate(at, locale, policy.timeZone)}`, note].filter(Boolean);
  return html`${wishWords(renewal)} <span class="answer">${answer.join(': ')}</span>`;
};

/** What was asked for: "90 days, 3 refills". */
const wishWords = ({ supplyDays, refills }: Renewal): string =>
  refills === 0
    ? msg(str`Supply: ${supplyWords(supplyDays)}, no refills.`)
    : msg(str`Supply: ${supplyWords(supplyDays)}, ${refillWords(refills)}.`);
