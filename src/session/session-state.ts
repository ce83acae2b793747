import type { PortalError } from '../client/portal-errors.js';
import type { SignedIn, Subject } from '../contract/session.js';

/** What every widget on the page knows of the session. Replaced as a whole, never changed. */
export type SessionState =
  /** The backend has not answered yet. */
  | { readonly status: 'starting' }
  /** The backend could not say whether anybody is signed in. */
  | { readonly status: 'unknown'; readonly error: PortalError }
  | {
      readonly status: 'signed-out';
      /** Why, if somebody was signed in just now. */
      readonly ended: 'idle' | 'sign-out' | null;
    }
  | SignedInState;

export interface SignedInState {
  readonly status: 'signed-in';
  readonly account: SignedIn['account'];
  readonly subjects: readonly Subject[];
  /** Whose record is open. */
  readonly subject: Subject;
  /** When the idle session is about to end: the time, in milliseconds since 1970. */
  readonly warning: { readonly endsAt: number } | null;
}

/** What can be asked of the session. */
export type SessionRequest =
  /** Ask the backend who is signed in. */
  | { readonly type: 'refresh' }
  | { readonly type: 'sign-in'; readonly username: string; readonly password: string }
  | { readonly type: 'sign-out' }
  /** Something was typed, touched or moved on this page. */
  | { readonly type: 'activity' }
  /** "Stay signed in." */
  | { readonly type: 'stay' }
  /** The page woke up or came into view again. */
  | { readonly type: 'wake' };
