/**
 * What makes a phone call a number, with its extension if it has one (RFC 3966, 3): `856-555-0100 ext. 12`;
 * undefined where there are no digits to call.
 */
export const telHref = (phone: string): string | undefined => {
  const [number = '', extension] = phone.split(/\s*ext\.?\s*/i);
  const digits = number.replace(/\D/g, '');
  if (digits.length < 2) return undefined;
  const inside = extension?.replace(/\D/g, '');
  return `tel:${/^\D*\+/.test(number) ? '+' : ''}${digits}${inside ? `;ext=${inside}` : ''}`;
};

/** What opens an email to an address. Nothing in the address can add a header: `?bcc=…` is part of a name. */
export const mailHref = (email: string): string =>
  `mailto:${email.replace(/[^\w.+@-]+/g, encodedText)}`;

/** Text as a part of an address. Half of a surrogate pair has no place in one, and would throw. */
export const encodedText = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
