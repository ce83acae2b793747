import { html } from 'lit';
import { msg, str } from '../locales/localize.js';
import type { SessionController } from '../session/session-controller.js';
import { failureNote } from '../ui/failure-note.js';
import { faqLink } from '../ui/format.js';
import { keepFocusIn } from '../ui/keep-focus.js';
import { noteView } from '../ui/note.js';
import { loading } from '../ui/lazy-part.js';

/**
 * What a widget of a record shows as long as none is open: that the session is being looked up, that the
 * backend did not answer, or that nobody is signed in any more, why, and the way in.
 * @param invitation what signing in is good for: "Sign in to see your test results."
 * @param pending stands there while the session is looked up, as tall as what comes then
 */
export const noRecordView = (
  session: SessionController,
  invitation: string,
  pending: () => unknown = loading,
) => {
  const { state, context } = session;
  if (state.status === 'unknown') {
    return failureNote(state.error, () => void context?.store.dispatch({ type: 'refresh' }));
  }
  if (state.status !== 'signed-out' || !context) return pending();
  keepFocusIn(session.host); // whoever was in a form hears why it is gone
  const { policy, faqHref, signInHref } = context;
  const minutes = policy.session.idleMinutes;
  const idle = state.ended === 'idle';
  return noteView({
    heading: idle ? msg('You were signed out.') : invitation,
    text: idle
      ? msg(
          str`Nobody used this page for ${minutes} minutes. We signed you out to keep your health information private.`,
        )
      : '',
    steps: [
      ...(session.hasKeptDraft
        ? [html`${msg('We kept what you typed. Sign in to continue.')}`]
        : []),
      ...(signInHref ? [html`<a href=${signInHref}>${msg('Sign in')}</a>`] : []),
    ],
    faqHref: idle ? faqLink(faqHref, 'session.idle-logout') : null,
  });
};
