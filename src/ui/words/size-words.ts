import { numberLocale } from '../format.js';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** "120 kB", "5.5 MB". */
export const sizeWords = (bytes: number, locale: string): string => {
  const [count, unit] =
    bytes < megabyte ? [Math.ceil(bytes / kilobyte), 'kilobyte'] : [bytes / megabyte, 'megabyte'];
  return count.toLocaleString(numberLocale(locale), {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  });
};
