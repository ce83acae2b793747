import * as z from 'zod/mini';
import { endpoint } from '../endpoint.js';
import { id, instant } from '../fields.js';
import { ownName, withPassword } from './second-step.js';
import { signedIn } from './session.js';

/** Bytes, as WebAuthn writes them in JSON. */
const bytes = (most: number) => z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(most));

const keyType = z.literal('public-key');

/** A passkey of somebody's: what it can prove is kept on their own device. */
export const passkey = z.object({
  id,
  /** As its owner calls it: "My phone". */
  name: z.string(),
  addedAt: instant,
  /** Null: nobody has signed in with it yet. */
  lastUsedAt: z.nullable(instant),
});
export type Passkey = z.infer<typeof passkey>;

const passkeys = z.object({ passkeys: z.array(passkey) });

const credentialDescriptor = z.object({
  id: z.string(),
  type: keyType,
  transports: z.array(z.string()),
});

/** PublicKeyCredentialCreationOptionsJSON (WebAuthn Level 3, 5.1.8). */
export const creationOptions = z.object({
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  challenge: z.string(),
  pubKeyCredParams: z.array(z.object({ type: keyType, alg: z.int() })),
  timeout: z.int(),
  excludeCredentials: z.array(credentialDescriptor),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.boolean(),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
});

/** PublicKeyCredentialRequestOptionsJSON: for whichever passkey of this portal the device has. */
export const requestOptions = z.object({
  rpId: z.string(),
  challenge: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
});

const credential = {
  id: bytes(1400),
  rawId: bytes(1400),
  type: keyType,
  clientExtensionResults: z.object({}),
};

/** RegistrationResponseJSON: a passkey that was just made. */
export const newCredential = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(4000),
    attestationObject: bytes(16_000),
    transports: z.optional(z.array(z.string().check(z.maxLength(32))).check(z.maxLength(10))),
  }),
});

/** AuthenticationResponseJSON: that a passkey was there, and its owner too. */
export const usedCredential = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(4000),
    authenticatorData: bytes(4000),
    signature: bytes(4000),
    userHandle: z.optional(bytes(100)),
  }),
});

/** Endpoints that change passkeys share how they are called. */
const change = {
  method: 'POST',
  access: 'session',
  safe: false,
  activity: true,
} as const;

/** Of those that ask for the current password. */
const passwordRefusals = ['password.change/wrong', 'login.lockout'] as const;

const onePasskey = z.object({ passkey: id });

export const startPasskeySignIn = endpoint({
  id: 'startPasskeySignIn',
  summary: 'What a passkey has to sign. It says nothing about who may sign in.',
  method: 'POST',
  path: '/session/passkey/challenge',
  request: {},
  response: requestOptions,
  access: 'public',
  safe: false,
  activity: false,
  refusals: ['login.cookies-required', 'login.other-ways'],
});

export const signInWithPasskey = endpoint({
  id: 'signInWithPasskey',
  summary:
    'Sign in with a passkey: the device and its owner at once, so that no second step is asked.',
  method: 'POST',
  path: '/session/passkey',
  request: { body: z.object({ credential: usedCredential }) },
  response: signedIn,
  access: 'public',
  safe: false,
  activity: true,
  rateLimited: true,
  refusals: [
    'login.cookies-required',
    'login.no-hints/passkey',
    'login.lockout',
    'login.other-ways',
  ],
});

export const getPasskeys = endpoint({
  id: 'getPasskeys',
  summary: 'The passkeys of the account that is signed in, oldest first.',
  method: 'GET',
  path: '/account/passkeys',
  request: {},
  response: passkeys,
  access: 'session',
  safe: true,
  activity: true,
  refusals: [],
});

export const startPasskey = endpoint({
  ...change,
  id: 'startPasskey',
  summary: 'What a new passkey is made with. Nothing changes until it is there.',
  path: '/account/passkeys/setup',
  request: { body: z.object(withPassword) },
  response: creationOptions,
  refusals: [...passwordRefusals, 'login.other-ways'],
});

export const addPasskey = endpoint({
  ...change,
  id: 'addPasskey',
  summary: 'Add the passkey that was made.',
  path: '/account/passkeys',
  request: { body: z.object({ name: ownName, credential: newCredential }) },
  response: passkeys,
  refusals: ['login.other-ways'],
});

export const renamePasskey = endpoint({
  ...change,
  id: 'renamePasskey',
  summary: 'Call a passkey something else.',
  method: 'PUT',
  path: '/account/passkeys/{passkey}',
  request: { params: onePasskey, body: z.object({ name: ownName }) },
  response: passkeys,
  refusals: [],
});

export const removePasskey = endpoint({
  ...change,
  id: 'removePasskey',
  summary: 'Remove a passkey: nobody signs in with it any more.',
  path: '/account/passkeys/{passkey}/removal',
  request: { params: onePasskey, body: z.object(withPassword) },
  response: passkeys,
  refusals: passwordRefusals,
});
