import { base64url } from './base64url.js';

/** Crockford's base 32: no letter looks like a digit, and five bits are a letter. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 75 random bits to be read and typed, in three groups: `7KQ4M-XW2RD-9HTFB`. */
export const randomCode = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(15)), (byte) => letters[byte % 32])
    .join('')
    .replace(/(.{5})(?=.)/g, '$1-');

/** 256 random bits that nobody can guess: session ids, tokens. */
export const randomToken = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));
