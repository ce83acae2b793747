import type { MessageTopic } from '../../contract/messages/threads.js';
import { msg, str } from '../../locales/localize.js';
import { calendarDays } from '../../policy/days.js';
import type { PortalContext } from '../../session/portal-context.js';
import { formatDate, formatDay } from '../../ui/format.js';

/** What a message can be about. */
export const topicWords = (): Readonly<Record<MessageTopic, string>> => ({
  question: msg('A health question'),
  result: msg('A test result'),
  medication: msg('A medication'),
  appointment: msg('An appointment'),
  other: msg('Something else'),
});

/** The day of an instant, in the portal's time zone. */
export const dayWords = (instant: string, { locale, policy }: PortalContext): string =>
  formatDate(instant, locale, policy.timeZone);

/** Day and time of an instant, in the portal's time zone. */
export const momentWords = (instant: string, { locale, policy }: PortalContext): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: policy.timeZone,
  }).format(new Date(instant));

/** Whether a day is over in the portal's time zone. */
const isPast = (day: string, { now, policy }: PortalContext): boolean =>
  day < calendarDays(policy.timeZone)(now());

/** What is promised of an answer, and whether the day has passed (`messages.reply-time`). */
export interface AnswerPromise {
  readonly words: string;
  /** The same in a word or two, for the list. */
  readonly short: string;
  readonly isBroken: boolean;
}

/** @param expectedBy null: no answer is awaited */
export const promiseOf = (
  { expectedBy }: { readonly expectedBy: string | null },
  context: PortalContext,
): AnswerPromise | undefined => {
  if (expectedBy === null) return undefined;
  const day = formatDay(expectedBy, context.locale);
  return isPast(expectedBy, context)
    ? {
        words: msg(str`No reply yet. We promised one by ${day}.`),
        short: msg('Reply is late'),
        isBroken: true,
      }
    : {
        words: msg(str`We’ll reply by ${day}.`),
        short: msg(str`Reply by ${day}`),
        isBroken: false,
      };
};
