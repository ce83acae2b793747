import { base64url, fromBase64url } from './base64url.js';
import { randomToken } from './tokens.js';

/** OWASP asks for more of PBKDF2; this much keeps a demo quick on a phone. */
export const defaultIterations = 100_000;

/** `pbkdf2-sha256$<iterations>$<salt>$<hash>`, the latter two in base64url. */
export const hashPassword = async (password: string, iterations: number): Promise<string> => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const hash = await derive(password, salt, iterations);
  return `pbkdf2-sha256$${iterations}$${base64url(salt)}$${base64url(hash)}`;
};

/** The parts of a hash that is stored. */
export const readHash = (stored: string) => {
  const [, iterations, salt, hash] = stored.split('$');
  if (!iterations || !salt || !hash) throw new Error('A password hash is not in its format.');
  return {
    iterations: Number(iterations),
    salt: fromBase64url(salt),
    hash: fromBase64url(hash),
  };
};

/** Matches no password, and is as much work to check as a real one (`login.no-hints`). */
export const hashOfNobody = (iterations: number): string =>
  `pbkdf2-sha256$${iterations}$${randomToken()}$${randomToken()}`;

/** The part of a hash that is the text's own. */
export const derive = async (
  password: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<Uint8Array> => {
  // WebKit derives nothing from nothing. What is typed is never only this character.
  const bytes = new TextEncoder().encode(password.normalize('NFKC') || '\0');
  const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 256));
};

/** Takes the same time wherever the two differ. */
export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length &&
  a.reduce((differs, byte, at) => differs | (byte ^ (b[at] ?? 0)), 0) === 0;
