import type { Medication, Renewal } from '../../contract/medications.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { formatDay } from '../../ui/format.js';

/** Whether it is not taken any more. */
export const hasEnded = ({ status }: Pick<Medication, 'status'>): boolean =>
  status === 'completed' || status === 'stopped';

/** Whether a request for it waits: the answer to one tells that before the medication is read again. */
export const isWaiting = ({ lastRenewal }: Pick<Medication, 'lastRenewal'>): boolean =>
  lastRenewal?.status === 'pending';

/** What has become of the prescription; empty for one that is simply taken. */
export const statusWords = ({ status, endedOn }: Medication, locale: string): string => {
  const day = endedOn === null ? null : formatDay(endedOn, locale);
  switch (status) {
    case 'active':
      return '';
    case 'on-hold':
      return msg('On hold: do not take it for now, unless your doctor tells you to.');
    case 'completed':
      return day === null ? msg('Finished') : msg(str`Finished ${day}`);
    case 'stopped':
      return day === null ? msg('Stopped') : msg(str`Stopped ${day}`);
  }
};

/** How long one fill lasts. */
export const supplyWords = (days: number): string =>
  days === 1 ? msg('1 day') : msg(str`${days} days`);

export const refillWords = (refills: number): string => {
  if (refills === 0) return msg('none');
  return refills === 1 ? msg('1 refill') : msg(str`${refills} refills`);
};

/** What was asked for: "90 days, 3 refills". */
export const wishWords = ({ supplyDays, refills }: Renewal): string =>
  refills === 0
    ? msg(str`Supply for ${supplyWords(supplyDays)}, no refills.`)
    : msg(str`Supply for ${supplyWords(supplyDays)}, ${refillWords(refills)}.`);

/**
 * Whether the day by which an answer was promised is over (`renewal.reply-time`): the backend says so, or it
 * ended since it was asked.
 */
export const isOverdue = (
  { expectedBy }: Renewal,
  { renewable }: Pick<Medication, 'renewable'>,
  { now, policy }: Pick<PortalContext, 'now' | 'policy'>,
): boolean => {
  if (
    !renewable.allowed &&
    renewable.rule === 'renewal.one-pending' &&
    !renewable.next.some(({ action }) => action === 'wait')
  ) {
    return true;
  }
  // Swedish dates are ISO dates.
  const today = new Date(now()).toLocaleDateString('sv-SE', { timeZone: policy.timeZone });
  return today > expectedBy;
};
