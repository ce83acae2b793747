import type { Vital } from '../../contract/record.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { formatDate, formatNumber } from '../../ui/format.js';

/** What was measured: "124/78 mmHg". */
export const measurementWords = ({ values, unit }: Vital, locale: string): string =>
  `${values.map((value) => formatNumber(value, locale)).join('/')} ${unitWords(unit)}`.trim();

const unitWords = (unit: string): string => (unit === '/min' ? msg('per minute') : unit);

/** The day on which it was, in the portal's time zone. */
export const takenWords = ({ takenAt }: Vital, { locale, policy }: PortalContext): string =>
  formatDate(takenAt, locale, policy.timeZone);
