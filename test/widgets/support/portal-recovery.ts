import { expect, html } from '@open-wc/testing';
import { rosa } from '../../../mocks/people/rosa/rosa.js';
import { sam } from '../../../mocks/people/sam/sam.js';
import { mychart } from '../../../src/policy/mychart.js';
import '../../../src/widgets/portal-recovery/define.js';
import type { PortalRecovery } from '../../../src/widgets/portal-recovery/portal-recovery.js';
import { askForLink, linkSentBy } from '../../../stories/fixtures/steps/forgetful.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { ManualTimers } from '../../../stories/fixtures/support/manual-timers.js';
import { mount, type MountOptions } from './mount.js';
import { byRole } from '../../../stories/fixtures/support/query.js';

export const now = new ManualTimers().now();

export const open = async (options: MountOptions = {}) => {
  const stage = await mount<PortalRecovery>(html`<portal-recovery></portal-recovery>`, {
    policy: mychart,
    faqHref: '/faq',
    signInHref: '/sign-in',
    people: [rosa(now), sam(now)],
    ...options,
  });
  const { widget, session, backend } = stage;
  await eventually(() => {
    expect(session.context?.store.getState().status).to.match(/signed/);
  });
  await widget.updateComplete;
  const emails = () => [...backend.db.tables.emails.values()];
  /** Asks for a link, and opens it in the page that is open. */
  const openLink = async () => {
    await askForLink(widget);
    await eventually(() => linkSentBy(backend));
    location.hash = linkSentBy(backend);
    await eventually(() => byRole(widget, 'button', 'Save my new password'));
  };
  const trySignIn = async (password: string) => {
    try {
      await session.context?.store.dispatch({
        type: 'sign-in',
        username: 'rosa.delgado',
        password,
      });
      return 'signed in';
    } catch (error) {
      return String(error);
    }
  };
  return { ...stage, emails, openLink, trySignIn };
};

/** A part of the page by its heading. */
export const part = (widget: Element, heading: string): Element => {
  const section = byRole(widget, 'heading', heading).closest('section');
  if (!section) throw new Error(`"${heading}" heads no section.`);
  return section;
};

export const noteIn = (section: Element) =>
  eventually(() => {
    const note = section.querySelector<HTMLElement>('[part=note]');
    if (!note) throw new Error('There is no note.');
    return note;
  });
