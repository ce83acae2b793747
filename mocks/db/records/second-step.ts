/** The authenticator app whose codes an account asks for as a second step. There is at most one. */
export interface AuthenticatorAppRecord {
  /** Of the account. */
  readonly id: string;
  /** As its owner calls it. */
  readonly name: string;
  /** What app and portal share, in base 32: codes are made of it, so it cannot be kept as a hash. */
  readonly secret: string;
  /** Epoch milliseconds. */
  readonly addedAt: number;
  readonly lastUsedAt: number | null;
  /** The half minute of the last code that was taken: no code of it or before it works again. */
  readonly lastStep: number;
}

/** A code for when the app is out of reach. It is gone once it was used. */
export interface RecoveryCodeRecord {
  /** Digest of account and code: what is stored signs nobody in. */
  readonly id: string;
  readonly accountId: string;
}

/** A passkey: the public half of a pair of keys (WebAuthn). */
export interface PasskeyRecord {
  readonly id: string;
  readonly accountId: string;
  /** As its owner calls it. */
  readonly name: string;
  /** As the authenticator calls it, in base64url. */
  readonly credentialId: string;
  /** COSE key, in base64url. */
  readonly publicKey: string;
  /** How often the authenticator says that it was used; 0: it does not count. */
  readonly counter: number;
  readonly transports: readonly string[];
  /** Epoch milliseconds. */
  readonly addedAt: number;
  readonly lastUsedAt: number | null;
}
