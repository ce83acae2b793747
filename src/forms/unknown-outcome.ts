import { html } from 'lit';
import { msg, str } from '../locales/localize.js';
import type { PortalContext } from '../session/portal-context.js';
import { callLink } from '../ui/call-link.js';
import { localized } from '../ui/format.js';
import { noteView, type Note } from '../ui/note.js';

/** That nobody knows what came of something that was sent (`SendOnce`), and who can tell. */
export const unknownOutcomeNote = (
  words: Required<Pick<Note, 'heading' | 'text'>>,
  { policy, locale }: PortalContext,
) => {
  const office = localized(policy.terms.office, locale);
  return noteView({
    tone: 'danger',
    ...words,
    steps: [
      html`${msg(str`Or call your ${office} and ask:`)} ${callLink(policy.support.officePhone)}`,
    ],
  });
};

/** Of a request that somebody has typed. */
export const unknownRequestNote = (context: PortalContext) =>
  unknownOutcomeNote(
    {
      heading: msg('We do not know whether your request arrived.'),
      text: msg(
        'The connection broke before there was an answer. You can send it again: the same request counts only once. Until then you cannot change it.',
      ),
    },
    context,
  );
