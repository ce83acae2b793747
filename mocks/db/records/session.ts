/** What the server keeps of a browser's session. */
export interface SessionRecord {
  /** Value of the session cookie: random, and a new one with each sign-in. */
  readonly id: string;
  /** Comes back in `X-CSRF-Token`. */
  readonly csrfToken: string;
  /** Who is signed in; null: nobody. */
  readonly accountId: string | null;
  /** How the last sign-in ended, if there was one. */
  readonly ended: 'idle' | 'sign-out' | null;
  /** Epoch milliseconds. */
  readonly lastActivityAt: number;
  /** Epoch milliseconds of what was tried without being signed in, about the last minute, oldest first. */
  readonly tries: readonly number[];
  /** Epoch milliseconds of the letters of the recovery that it asked for, about the last hour; absent: none. */
  readonly letters?: readonly number[];
  /** What was begun with it and waits for the step after it, newest first. */
  readonly begun: readonly BegunStep[];
}

/** Something that takes two requests, the first of which was made. */
export type BegunStep = {
  /** Epoch milliseconds from which on it is too late for the second. */
  readonly until: number;
} & (
  | {
      /** `new-password`: the password was a one-time one, and another is chosen. */
      readonly kind: 'second-step' | 'new-password';
      /** Whose password was given. */
      readonly accountId: string;
      /** Digest of that password as it is stored: with another one since, the step is worth nothing. */
      readonly passwordDigest: string;
    }
  | {
      readonly kind: 'app';
      /** In base 32; nobody's yet. */
      readonly secret: string;
    }
  | {
      readonly kind: 'passkey' | 'passkey-sign-in';
      /** What has to be signed, in base64url. */
      readonly challenge: string;
    }
);

/** Wrong tries in a row: at a username or a code, one that exists or not (`login.no-hints`). */
export interface AttemptsRecord {
  /** The username, normalized; the digest of the code; the id of the account. */
  readonly id: string;
  readonly failures: number;
  readonly locked: boolean;
}

/** Cookies of a browser whose page runs the backend itself, and cannot set `HttpOnly` ones. */
export interface BrowserRecord {
  readonly id: string;
  readonly cookies: Readonly<Record<string, string>>;
}

/** What a request with an `Idempotency-Key` was answered. */
export interface AnsweredRequestRecord {
  /** Account or else session, endpoint and key. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Whose record it was about, and the body: that may hold a password, and is kept as passwords are. */
  readonly requestHash: string;
  readonly answer: unknown;
}
