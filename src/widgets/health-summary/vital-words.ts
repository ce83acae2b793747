import type { Vital } from '../../contract/record/record.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { formatDate, formatNumber } from '../../ui/format.js';

/** What was measured: "124/78 mmHg", "95 %, oxygen flow 6 L/min", ">200 per minute". */
export const measurementWords = (
  { values, unit, components = [] }: Vital,
  locale: string,
): string => {
  // Nobody reads a tenth of a mmHg; the record keeps it.
  const digits = unit === 'mmHg' ? 0 : 2;
  const plain = values.map((value) => formatNumber(value, locale, digits)).join('/');
  return [
    `${plain} ${unitWords(unit)}`.trim(),
    ...components.map(({ name, value }) => {
      const words =
        value.kind === 'text'
          ? value.text
          : `${value.comparator ?? ''}${formatNumber(value.value, locale)} ${unitWords(value.unit ?? '')}`;
      return name === null ? words.trim() : `${name} ${words}`.trim();
    }),
  ]
    .filter((part) => part !== '')
    .join(', ');
};

const unitWords = (unit: string): string => (unit === '/min' ? msg('per minute') : unit);

/** The day on which it was, in the portal's time zone. */
export const takenWords = ({ takenAt }: Vital, { locale, policy }: PortalContext): string =>
  formatDate(takenAt, locale, policy.timeZone);
