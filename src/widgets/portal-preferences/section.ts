import { html, nothing, type LitElement } from 'lit';
import type { Preferences } from '../../contract/account/preferences.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { headingView } from '../../ui/heading.js';
import { LazyPart } from '../../ui/lazy-part.js';
import type { PreferencesReader } from './preferences-reader.js';

/** What the form of a section is made with. */
export interface SectionHost {
  readonly element: LitElement;
  readonly session: SessionController;
  readonly reader: PreferencesReader;
  /** Id of the section; begins the ids of all that it renders. */
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

/** What changes a section of the preferences: fetched once somebody wants to. */
export interface SectionForm {
  /** Whether something is typed that is not saved: leaving the page is then asked about. */
  readonly isChanged: boolean;
  render(page: SectionPage): unknown;
  /** Somebody else, or nobody, is signed in: nothing of before may stay. */
  forget(): void;
}

/** A part of the preferences, as everybody sees it. Its words may change with the language. */
export interface SectionPlan {
  /** Ends the section's id, and the name of its draft: `preferences-${name}`. */
  readonly name: string;
  readonly heading: () => string;
  /** What stands in the section before anybody changes anything; undefined: there is no such section. */
  readonly current: (page: SectionPage) => unknown;
  /** What opens the form; undefined: it is not changed here. */
  readonly change: (page: SectionPage) => string | undefined;
  /** Fetches the form, and makes it. */
  readonly load: (host: SectionHost) => Promise<SectionForm>;
  /** What can be looked at besides. */
  readonly more?: {
    readonly part: string;
    readonly summary: () => string;
    readonly load: (host: SectionHost) => Promise<Pick<SectionForm, 'render'>>;
  };
}

/** A section: its heading, whether something in it is not saved, what is on file, and how to change it. */
export class Section {
  readonly #plan: SectionPlan;
  readonly #host: SectionHost;
  readonly #part;
  readonly #more;
  #form: SectionForm | undefined;

  constructor(plan: SectionPlan, host: SectionHost) {
    this.#plan = plan;
    this.#host = host;
    this.#part = new LazyPart(host.element, async () => (this.#form ??= await plan.load(host)));
    const { more } = plan;
    this.#more = more && new LazyPart(host.element, () => more.load(host));
  }

  get isChanged(): boolean {
    return this.#form?.isChanged === true;
  }

  forget(): void {
    this.#form?.forget();
  }

  render(page: SectionPage) {
    const { name, heading, current, change, more } = this.#plan;
    const content = current(page);
    if (content === undefined) return nothing;
    const { id, reader } = this.#host;
    const summary = change(page);
    const hasDraft = reader.drafts.has(`preferences-${name}`);
    return html`
      <section class="pw-card" id=${id} aria-labelledby="${id}-heading">
        <div class="pw-section-heading">
          ${headingView(page.headingLevel, heading(), `${id}-heading`)}
          ${
            this.isChanged
              ? html`<span class="pw-chip pw-warning" part="unsaved">${msg('Not saved')}</span>`
              : nothing
          }
        </div>
        ${content}
        ${
          summary === undefined
            ? nothing
            : this.#part.renderDetails('change', summary, hasDraft, (form) => form.render(page))
        }
        ${
          more
            ? this.#more?.renderDetails(more.part, more.summary(), false, (part) =>
                part.render(page),
              )
            : nothing
        }
      </section>
    `;
  }
}
