import { html } from 'lit';
import { msg, str } from '../locales/localize.js';
import type { PortalContext } from '../session/portal-context.js';
import { callLink } from '../ui/call-link.js';
import { localized } from '../ui/words/policy-words.js';
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
    steps: [html`${msg(str`Or call your ${office}:`)} ${callLink(policy.support.officePhone)}`],
  });
};

/** Of a request that somebody has typed. */
export const unknownRequestNote = (context: PortalContext) =>
  unknownOutcomeNote(
    {
      heading: msg('We don’t know if your request got through.'),
      text: msg(
        'We lost the connection before we got a reply. Send it again: it counts only once. You can’t change it until then.',
      ),
    },
    context,
  );
