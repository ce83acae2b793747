import { withAsciiDigits, withoutHidden } from './typed-text.js';

/** Nobody's address or number is longer, and cleaning it would take long. */
const mostCleaned = 1000;

/** Wide letters, as keyboards of East Asia type them, as those of ASCII. */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/**
 * An e-mail address as it is meant, whatever came along as it was copied: hidden characters, `mailto:`,
 * the name of its owner with the brackets around the address, a comma after it.
 */
export const cleanEmailAddress = (typed: string): string =>
  typed.length > mostCleaned
    ? typed
    : narrow(withoutHidden(typed))
        .replace(/^.*<([^<>]*)>[\s,;.]*$/s, '$1')
        .trim()
        .replace(/^mailto:([^?]*).*$/is, '$1')
        .replace(/[\s,;.]+$/, '');

/**
 * An e-mail address that can be delivered to (RFC 5321, 4.1.2, without quotes): words with one dot between
 * them, before the `@` and after it; the last of them no number.
 */
export const emailAddressForm =
  /^(?=[^@]{1,64}@)[^\s@<>()[\]\\,;:".]+(\.[^\s@<>()[\]\\,;:".]+)*@([A-Za-z0-9\u00a1-\uffff]([A-Za-z0-9\u00a1-\uffff-]{0,61}[A-Za-z0-9\u00a1-\uffff])?\.)+(?!\d+$)[A-Za-z0-9\u00a1-\uffff][A-Za-z0-9\u00a1-\uffff-]{0,61}[A-Za-z0-9\u00a1-\uffff]$/;

/**
 * A phone number as it is meant: dashes and space of every kind and digits of every script as those of
 * ASCII, without `tel:`, and with an extension in one form: `1-555-555-0142 ext. 12`.
 */
export const cleanPhoneNumber = (typed: string): string =>
  typed.length > mostCleaned
    ? typed
    : withAsciiDigits(narrow(withoutHidden(typed)))
        .replace(/[\p{Dash}\u2215\u2044/]/gu, '-')
        .replace(/\s/g, ' ')
        .trim()
        .replace(/^tel:/i, '')
        .replace(/[ ,;.]*(?:extension|extn?|x|#)[ .:=]*(\d{1,7})$/i, ' ext. $1')
        .trim();

/** Seven to fifteen digits (E.164), with what stands between them, and maybe an extension. */
export const phoneNumberForm =
  /^(?=(?:[^\de]*\d){7,15}(?:\D|$))\+?[\d().\- ]{7,25}( ext\. \d{1,7})?$/;
