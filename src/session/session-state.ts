import type { PortalError } from '../client/portal-errors.js';
import type { PortalClient } from '../client/portal-client.js';
import type { SessionAnswer, SignedIn, Subject } from '../contract/account/session.js';

/** What every widget on the page knows of the session. Replaced as a whole, never changed. */
export type SessionState =
  /** The backend has not answered yet. */
  | { readonly status: 'starting' }
  /** The backend could not say whether anybody is signed in. */
  | { readonly status: 'unknown'; readonly error: PortalError }
  | {
      readonly status: 'signed-out';
      /** Why, if somebody was signed in just now. */
      readonly ended: Ending | null;
      /**
       * Here all is empty, but the backend has not confirmed yet that the session is over: it was asked to end
       * it, or it gave no answer and is asked again and again.
       */
      readonly leaving?: Leaving;
      /** The password was right, and a code is asked for before anybody is signed in. */
      readonly secondStep?: true;
      /** The password was a one-time one, and another is chosen before anybody is signed in. */
      readonly newPassword?: true;
    }
  | SignedInState;

/** Why a session is over: nobody used it for too long (`session.idle-logout`), or someone signed out. */
export type Ending = 'idle' | 'sign-out';

export type Leaving = 'asked' | 'unanswered';

export interface SignedInState {
  readonly status: 'signed-in';
  readonly account: SignedIn['account'];
  readonly subjects: readonly Subject[];
  /** Whose record is open. */
  readonly subject: Subject;
  /**
   * Id of the subject whose record was open here until the account could not open it any more: why its own
   * one is open now. Null: there is none, or another record was chosen since.
   */
  readonly lost: string | null;
  /** The idle limit, and what was left of it when the backend answered; milliseconds. */
  readonly idle: { readonly limit: number; readonly endsAt: number };
  /** When the idle session is about to end: the time, in milliseconds since 1970. */
  readonly warning: { readonly endsAt: number } | null;
}

/** Asks the backend to sign somebody in. */
export type SignInCall = (client: PortalClient) => Promise<SessionAnswer>;

/** What can be asked of the session. */
export type SessionRequest =
  /** Ask the backend who is signed in. */
  | { readonly type: 'refresh' }
  | { readonly type: 'sign-in'; readonly username: string; readonly password: string }
  /** The same in another way: by the second step, by a passkey. */
  | { readonly type: 'sign-in-with'; readonly ask: SignInCall }
  | { readonly type: 'sign-out' }
  /** Open another of the records that the account may open (`proxy.own-login`), by its id. */
  | { readonly type: 'open-record'; readonly subject: string }
  /** The account can open more records than before, or fewer: all tabs ask which. */
  | { readonly type: 'records-changed' }
  /** The idle limit is near; null: it is not any more. */
  | { readonly type: 'warn'; readonly warning: SignedInState['warning'] }
  /** The idle limit is reached. */
  | { readonly type: 'expire' };
