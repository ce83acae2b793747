import {
  BadAnswerError,
  NotFoundError,
  SessionChangedError,
  SignedOutError,
  TooManyRequestsError,
  UnavailableError,
  UnreachableError,
} from '../client/portal-errors.js';

/** Names a request, so that the backend knows a repeat of it. */
export interface RequestKey {
  readonly 'idempotency-key': string;
}

interface Sent<Request> {
  readonly request: Request;
  readonly key: string;
  isUnknown: boolean;
}

/**
 * Sends a request once, however often somebody tries. Whether a request without an answer was done, no list
 * tells: it may still be on its way. The backend does, when the same comes again under the same
 * `Idempotency-Key`: it does what it has not done yet, and answers what it has done as it did then. So:
 *
 * - What had no answer is sent once more at once, while whoever has sent it waits.
 * - If that has no answer either, its outcome is `unknown`, until a repeat is answered or refused. That a
 *   repeat was turned away (signed out, too many tries) tells nothing of the first.
 * - A changed request has a new key. Where doing both would harm, the form stays locked while the outcome
 *   is unknown; where the second replaces the first, or is refused, it need not be.
 * - A repeat is the request: a repeated cancellation cancels. Giving up takes nothing back, and nothing is
 *   done any more for people who have given up (closed the form, signed out): only what they press sends it again.
 */
export class SendOnce<Request extends object> {
  #sent: Sent<Request> | undefined;

  /** What was sent, and may have been done or not; undefined: nothing. */
  get unknown(): Request | undefined {
    return this.#sent?.isUnknown ? this.#sent.request : undefined;
  }

  /**
   * @param ask sends the request with these headers
   * @param signal aborted when whoever has sent it has given up
   * @throws what `ask` throws
   */
  async send<Answer>(
    request: Request,
    ask: (headers: RequestKey) => Promise<Answer>,
    signal: AbortSignal,
  ): Promise<Answer> {
    const sent = (this.#sent = { ...(this.#repeatOf(request) ?? first()), request });
    const headers = { 'idempotency-key': sent.key };
    let isRepeat = sent.isUnknown;
    try {
      const answer = await ask(headers).catch((error: unknown) => {
        if (signal.aborted || !isOutcomeUnknown(error)) throw error;
        isRepeat = true;
        return ask(headers);
      });
      this.#settle(sent);
      return answer;
    } catch (error) {
      sent.isUnknown =
        signal.aborted || isOutcomeUnknown(error) || (isRepeat && isTurnedAway(error));
      if (!sent.isUnknown) this.#settle(sent);
      throw error;
    }
  }

  /** What is sent from now on is another request. */
  forget(): void {
    this.#sent = undefined;
  }

  #repeatOf(request: Request): Sent<Request> | undefined {
    const before = this.#sent;
    return JSON.stringify(before?.request) === JSON.stringify(request) ? before : undefined;
  }

  /** Nothing of it is kept: it may hold a password. */
  #settle(sent: Sent<Request>): void {
    if (this.#sent === sent) this.#sent = undefined;
  }
}

const first = () => ({ key: crypto.randomUUID(), isUnknown: false });

/** Whether what failed so may have been done all the same. */
export const isOutcomeUnknown = (error: unknown): boolean =>
  error instanceof UnreachableError ||
  error instanceof BadAnswerError ||
  (error instanceof UnavailableError && error.status >= 500);

/** Whether nobody has looked at what was asked. */
const isTurnedAway = (error: unknown): boolean =>
  error instanceof SignedOutError ||
  error instanceof SessionChangedError ||
  error instanceof TooManyRequestsError;

/**
 * Takes something away. If it is gone already, that is as it was meant to be: the answer to an earlier try was
 * lost.
 * @throws PortalError for whatever else stands in the way
 */
export const untilGone = async (removal: Promise<unknown>): Promise<void> => {
  try {
    await removal;
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
};
