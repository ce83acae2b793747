import { nothing } from 'lit';
import type { Medication } from '../../contract/record/medications.js';
import { msg, str } from '../../locales/localize.js';
import { chipView } from '../../ui/chip.js';
import { formatPartialDay } from '../../ui/format.js';

/** What has become of the prescription; empty for one that is simply taken. */
export const statusWords = ({ status, endedOn }: Medication, locale: string): string => {
  const day = endedOn === null ? null : formatPartialDay(endedOn, locale);
  switch (status) {
    case 'active':
      return '';
    case 'on-hold':
      return msg('On hold');
    case 'completed':
      return day === null ? msg('Finished') : msg(str`Finished ${day}`);
    case 'stopped':
      return day === null ? msg('Stopped') : msg(str`Stopped ${day}`);
  }
};

/** Where it stands, beside its name. */
export const stateChip = (medication: Medication, locale: string) => {
  const { status, renewable, lastRenewal } = medication;
  const words = statusWords(medication, locale);
  if (words) return chipView(words, status === 'on-hold' ? 'warning' : undefined);
  if (lastRenewal?.status === 'pending') {
    return lastRenewal.overdue
      ? chipView(msg('Reply is late'), 'warning')
      : chipView(msg('Requested'), 'info');
  }
  if (renewable.allowed) return chipView(msg('Can be renewed'), 'info');
  return lastRenewal?.status === 'approved' ? chipView(msg('Approved'), 'success') : nothing;
};

/** How long one fill lasts. */
export const supplyWords = (days: number): string =>
  days === 1 ? msg('1 day') : msg(str`${days} days`);

export const refillWords = (refills: number | null): string => {
  if (refills === null) return msg('Unknown. Ask your pharmacy.');
  if (refills === 0) return msg('None');
  return refills === 1 ? msg('1 refill') : msg(str`${refills} refills`);
};
