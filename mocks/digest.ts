import { base64url } from './base64url.js';

/** SHA-256 in base64url: for finding what is too long to guess without storing it. No good for passwords. */
export const digest = async (text: string): Promise<string> => {
  const bytes = new TextEncoder().encode(text);
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
};
