import { html, nothing, type LitElement } from 'lit';
import type { Preferences } from '../../contract/preferences.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { headingView } from '../../ui/heading.js';
import type { PreferencesReader } from './preferences-reader.js';

/** What a section is made with. */
export interface SectionHost {
  readonly element: LitElement;
  readonly session: SessionController;
  readonly reader: PreferencesReader;
  /** Begins the ids of all that it renders. */
  readonly id: string;
  /** Page for a forgotten password; undefined: the host has named none. */
  readonly recoveryHref: () => string | undefined;
}

/** What a section is rendered with. */
export interface SectionPage {
  readonly context: PortalContext;
  readonly preferences: Preferences;
  readonly headingLevel: number;
}

/** A part of the preferences, with a form of its own. */
export interface Section {
  /** Whether something is typed that is not saved: leaving the page is then asked about. */
  readonly isChanged: boolean;
  render(page: SectionPage): unknown;
  /** Somebody else, or nobody, is signed in: nothing of before may stay. */
  forget(): void;
}

/** The frame of a section: its heading, and whether something in it is not saved. */
export const sectionView = (
  id: string,
  { headingLevel }: SectionPage,
  heading: string,
  { isChanged }: Section,
  content: unknown,
) => html`
  <section id=${id} aria-labelledby="${id}-heading">
    <div class="section-heading">
      ${headingView(headingLevel, heading, `${id}-heading`)}
      ${isChanged ? html`<span class="unsaved" part="unsaved">${msg('Not saved')}</span>` : nothing}
    </div>
    ${content}
  </section>
`;
