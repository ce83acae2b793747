import { html } from 'lit';
import {
  BadAnswerError,
  NotFoundError,
  UnavailableError,
  UnreachableError,
} from '../client/portal-errors.js';
import { msg, str } from '../locales/localize.js';
import type { PortalContext } from '../session/portal-context.js';
import { callLink } from '../ui/call-link.js';
import { localized } from '../ui/format.js';
import { noteView } from '../ui/note.js';

/** What is known of something that was sent and had no answer. */
export type Doubt =
  /** It is being looked up. */
  | 'looking'
  /** It is not in the record. */
  | 'absent'
  /** It could not be looked up either. */
  | 'unknown';

/** What is told of it. */
export interface DoubtWords {
  /** While it is looked up. */
  readonly looking: string;
  readonly absent: { readonly heading: string; readonly text: string };
  readonly unknown: { readonly heading: string; readonly text: string };
}

/** Whether what failed so may have been done all the same. */
export const leavesDoubt = (error: unknown): boolean =>
  error instanceof UnreachableError ||
  error instanceof UnavailableError ||
  error instanceof BadAnswerError;

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

/** Of a request that somebody has typed. */
export const requestWords = (): DoubtWords => ({
  looking: msg('We got no answer, so we do not know whether your request arrived.'),
  absent: {
    heading: msg('Your request did not arrive.'),
    text: msg('It is not in the record. What you typed is still here. Send it again.'),
  },
  unknown: {
    heading: msg('We do not know whether your request arrived.'),
    text: msg(
      'The connection broke before there was an answer. You can send it again: the same request counts only once.',
    ),
  },
});

/** What is known of it, and what to do: look it up, or ask the office. */
export const doubtNote = (
  doubt: Doubt,
  words: DoubtWords,
  { policy, locale }: PortalContext,
  onLookUp: () => void,
) => {
  const office = localized(policy.terms.office, locale);
  switch (doubt) {
    case 'looking':
      return noteView({ heading: words.looking, text: msg('We are looking it up.') });
    case 'absent':
      return noteView({ tone: 'problem', ...words.absent });
    case 'unknown':
      return noteView({
        tone: 'problem',
        ...words.unknown,
        steps: [
          html`<button type="button" @click=${onLookUp}>${msg('Look it up')}</button>`,
          html`${msg(str`Or call your ${office} and ask:`)} ${callLink(policy.support.officePhone)}`,
        ],
      });
  }
};
