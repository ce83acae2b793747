/** Characters that only change how the one before looks: `U+FE0F` makes a heart red. */
const looks = /\p{Variation_Selector}/gu;

/** Characters that nobody sees (zero-width spaces, changes of direction, blank letters), and halves of characters. */
const hidden = /[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Text without what only changes the look of its characters. */
export const withoutLooks = (text: string): string => text.replace(looks, '');

/** Text without hidden characters: they come along with what is pasted from a page or an e-mail. */
export const withoutHidden = (text: string): string => text.replace(hidden, '');

/** Whether a text has hidden characters in it. */
export const hasHidden = (text: string): boolean => withoutHidden(text) !== text;

const isDigit = (codePoint: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(codePoint));

/** Text with the decimal digits of any script as those of ASCII. Unicode has them in runs of ten, from zero on. */
export const withAsciiDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const codePoint = digit.codePointAt(0) ?? 0;
    let first = codePoint;
    while (isDigit(first - 1)) first -= 1;
    return String((codePoint - first) % 10);
  });
