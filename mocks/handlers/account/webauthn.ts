import type { z } from 'zod/mini';
import type { newCredential, usedCredential } from '../../../src/contract/account/passkeys.js';
import type { PasskeyRecord } from '../../db/records/index.js';
import { base64url, fromBase64url } from '../../base64url.js';

/** Fetched with the first passkey: most who use the backend never see one. */
const library = () => import('@simplewebauthn/server');

/** COSE algorithms, best first: Ed25519, ECDSA with SHA-256, RSA with SHA-256. */
export const algorithms = [-8, -7, -257];

/** What is kept of a passkey, if it answers one of the challenges on this site. */
export const verifiedNewPasskey = async (
  response: z.infer<typeof newCredential>,
  challenges: readonly string[],
  origin: string,
): Promise<Pick<PasskeyRecord, 'credentialId' | 'publicKey' | 'counter'> | undefined> => {
  const { verifyRegistrationResponse } = await library();
  const { verified, registrationInfo } = await orNot(
    verifyRegistrationResponse({
      response: response as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      ...expected(challenges, origin),
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (!verified || !registrationInfo) return undefined;
  const { id, publicKey, counter } = registrationInfo.credential;
  return { credentialId: id, publicKey: base64url(publicKey), counter };
};

/** How often a passkey was used, if it has signed one of the challenges on this site. */
export const verifiedUse = async (
  response: z.infer<typeof usedCredential>,
  { accountId, credentialId, publicKey, counter }: PasskeyRecord,
  challenges: readonly string[],
  origin: string,
): Promise<number | undefined> => {
  const { userHandle } = response.response;
  if (userHandle !== undefined && userHandle !== handleOf(accountId)) return undefined;
  const { verifyAuthenticationResponse } = await library();
  const { verified, authenticationInfo } = await orNot(
    verifyAuthenticationResponse({
      response: response as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      ...expected(challenges, origin),
      credential: { id: credentialId, publicKey: fromBase64url(publicKey), counter },
    }),
  );
  return verified ? authenticationInfo?.newCounter : undefined;
};

/** What an authenticator knows an account by: nothing that tells whose it is (WebAuthn, 14.6.1). */
export const handleOf = (accountId: string): string =>
  base64url(new TextEncoder().encode(accountId));

/** Whom passkeys are made for (WebAuthn, 4): the site that asks. */
export const rpIdOf = (origin: string): string => new URL(origin).hostname;

const expected = (challenges: readonly string[], origin: string) => ({
  expectedChallenge: (signed: string) => challenges.includes(signed),
  expectedOrigin: origin,
  expectedRPID: rpIdOf(origin),
  requireUserVerification: true,
});

/** The library throws for whatever does not fit, and what does not fit was made up elsewhere. */
const orNot = async <Verified extends { readonly verified: boolean }>(
  work: Promise<Verified>,
): Promise<Partial<Verified>> => {
  try {
    return await work;
  } catch {
    return {};
  }
};
