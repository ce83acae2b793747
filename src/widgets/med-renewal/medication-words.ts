import type { Medication } from '../../contract/record/medications.js';
import { msg, str } from '../../locales/localize.js';
import { formatPartialDay } from '../../ui/format.js';

/** What has become of the prescription; empty for one that is simply taken. */
export const statusWords = ({ status, endedOn }: Medication, locale: string): string => {
  const day = endedOn === null ? null : formatPartialDay(endedOn, locale);
  switch (status) {
    case 'active':
      return '';
    case 'on-hold':
      return msg('Don’t take this for now unless your doctor tells you to.');
    case 'completed':
      return day === null ? msg('Finished') : msg(str`Finished ${day}`);
    case 'stopped':
      return day === null ? msg('Stopped') : msg(str`Stopped ${day}`);
  }
};

/** How long one fill lasts. */
export const supplyWords = (days: number): string =>
  days === 1 ? msg('1 day') : msg(str`${days} days`);

export const refillWords = (refills: number | null): string => {
  if (refills === null) return msg('Unknown. Ask your pharmacy.');
  if (refills === 0) return msg('none');
  return refills === 1 ? msg('1 refill') : msg(str`${refills} refills`);
};
