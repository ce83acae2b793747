import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { DeskPatient } from '../../mocks/desk/patients.js';
import { momentOf } from '../../src/policy/calendar.js';
import { DeskRefusal, type DeskClient } from './desk-client.js';
import { styles } from './hospital-desk.styles.js';
import type { Desk, DeskChange, Panel } from './panel.js';
import { patientPanels, portalPanels } from './panels.js';
import { patientList, type PatientSearch } from './patient-list.js';

/** The desk has changed something that other tabs have to follow. */
export class DeskChangedEvent extends Event {
  static readonly type = 'desk-changed';
  constructor(readonly change: DeskChange) {
    super(DeskChangedEvent.type);
  }
}

/** What is shown of a panel's list, and what is opened in it. */
interface Place {
  readonly pages: number;
  readonly opened: string | null;
}

/** What all panels work with alike. */
type Shared = Pick<Desk, 'client' | 'time' | 'instantOf'>;

const start: Place = { pages: 1, opened: null };

/**
 * The hospital's side of the demo: staff find a patient, issue codes, review results, answer what was
 * asked, and run the simulated portal itself.
 * @fires desk-changed
 */
export class HospitalDesk extends LitElement {
  static override properties = {
    client: { attribute: false },
    problem: { attribute: false },
    content: { state: true },
    said: { state: true },
    refusal: { state: true },
  };

  static override styles = styles;

  /** Undefined until the simulated backend has started. */
  client: DeskClient | undefined;
  /** Why the desk cannot work here. */
  problem: string | undefined;

  private content: TemplateResult | typeof nothing = nothing;
  private said = '';
  private refusal: { message: string; mistakes: readonly string[] } | undefined;

  readonly #places = new Map<object, Place>();
  #search: PatientSearch = { text: '', pages: 1 };
  #picked: string | null = null;
  #readings = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onVisibility);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('client') && this.client) void this.#read();
  }

  protected override render() {
    const { problem, refusal, said } = this;
    return html`${problem ? html`<p class="refusal" role="alert">${problem}</p>` : nothing}
      ${this.content}
      <div class="news">
        <p role="status">${said}</p>
        <div role="alert">
          ${
            refusal
              ? html`<div class="refusal">
                  <p>${refusal.message}</p>
                  <ul>
                    ${refusal.mistakes.map((mistake) => html`<li>${mistake}</li>`)}
                  </ul>
                </div>`
              : nothing
          }
        </div>
      </div>`;
  }

  /** Reads everything that is shown, and shows it; a later reading goes before. */
  async #read(): Promise<void> {
    const { client } = this;
    if (!client) return;
    const reading = (this.#readings += 1);
    try {
      const content = await this.#readContent(client);
      if (reading !== this.#readings) return;
      const from = this.#focusedSection();
      this.content = content;
      await this.updateComplete;
      this.#keepFocus(from);
    } catch (error) {
      if (reading === this.#readings) this.#complain(error);
    }
  }

  async #readContent(client: DeskClient): Promise<TemplateResult> {
    const { policy } = await client.call('readPolicy', {});
    const shared = {
      client,
      time: timeIn(policy.timeZone),
      instantOf: instantIn(policy.timeZone),
    };
    const patient = await this.#readPatient(client);
    const [patients, card, portal] = await Promise.all([
      patientList(client, this.#search, this.#picked),
      patient ? this.#readPanels(patientPanels, patient, shared) : [],
      this.#readPanels(portalPanels, null, shared),
    ]);
    return html`<div class="patients">
        <section aria-labelledby="patients">
          <h2 id="patients" tabindex="-1">Patients</h2>
          ${patients({
            search: (search) => this.#find(search),
            pick: (id) => void this.#pick(id),
          })}
        </section>
        <section class="card" aria-labelledby="patient">
          <h2 id="patient" tabindex="-1">${patient?.name ?? 'No patient selected'}</h2>
          ${
            patient
              ? html`<p>Born ${patient.birthDate ?? 'on a day not known'}</p>
                  ${card}`
              : html`<p>Select a patient to see the account and the record.</p>`
          }
        </section>
      </div>
      <section aria-labelledby="portal">
        <h2 id="portal" tabindex="-1">The portal</h2>
        <div class="panels">${portal}</div>
      </section>`;
  }

  /** Undefined: nobody is picked, or is there no more. */
  async #readPatient(client: DeskClient): Promise<DeskPatient | undefined> {
    if (this.#picked === null) return undefined;
    try {
      return await client.call('getPatient', { params: { patient: this.#picked } });
    } catch (error) {
      if (!(error instanceof DeskRefusal) || error.status !== 404) throw error;
      this.#picked = null;
      return undefined;
    }
  }

  #readPanels<Subject>(
    panels: readonly Panel<Subject>[],
    subject: Subject,
    shared: Shared,
  ): Promise<readonly TemplateResult[]> {
    return Promise.all(
      panels.map(async (panel) => {
        const id = panel.heading.toLowerCase();
        const content = await panel.read(this.#deskOf(panel, shared), subject);
        return html`<section class="panel" aria-labelledby=${id}>
          <h3 id=${id} tabindex="-1">${panel.heading}</h3>
          ${content}
        </section>`;
      }),
    );
  }

  #deskOf(panel: object, shared: Shared): Desk {
    const place = this.#places.get(panel) ?? start;
    const move = async (to: Partial<Place>) => {
      this.#places.set(panel, { ...place, ...to });
      await this.#read();
      if (to.opened) this.renderRoot.querySelector<HTMLElement>('[data-opened]')?.focus();
    };
    return {
      ...shared,
      ...place,
      showMore: () => void move({ pages: place.pages + 1 }),
      open: (opened) => void move({ opened }),
      run: (work, said) => this.#run(work, said),
      tell: (change) => {
        if (change === 'data') this.#places.clear(); // what was opened may not be there any more
        this.dispatchEvent(new DeskChangedEvent(change));
      },
    };
  }

  async #run<T>(work: () => Promise<T>, said: string | ((value: T) => string)): Promise<void> {
    this.said = '';
    this.refusal = undefined;
    try {
      const value = await work();
      this.said = typeof said === 'string' ? said : said(value);
    } catch (error) {
      this.#complain(error);
    }
    await this.#read();
  }

  #complain(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.refusal = { message, mistakes: error instanceof DeskRefusal ? error.mistakes : [] };
  }

  #find(search: PatientSearch): void {
    this.#search = search;
    void this.#read();
  }

  async #pick(id: string): Promise<void> {
    this.#picked = id;
    for (const panel of patientPanels) this.#places.delete(panel);
    this.said = '';
    await this.#read();
    this.renderRoot.querySelector<HTMLElement>('#patient')?.focus();
  }

  /** The section in which somebody works. */
  #focusedSection(): Element | null {
    return this.shadowRoot?.activeElement?.closest('section') ?? null;
  }

  /** What had the focus may be gone: then the heading of its section has it. */
  #keepFocus(section: Element | null): void {
    if (!section || this.shadowRoot?.activeElement) return;
    section.querySelector<HTMLElement>('h2, h3')?.focus();
  }

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'visible') void this.#read();
  };
}

const timeIn =
  (timeZone: string) =>
  (instant: string): string =>
    new Date(instant).toLocaleString('en-US', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone,
    });

const instantIn =
  (timeZone: string) =>
  (localTime: string): string =>
    new Date(momentOf(localTime.slice(0, 10), localTime.slice(11), timeZone)).toISOString();

customElements.define('hospital-desk', HospitalDesk);

declare global {
  interface HTMLElementTagNameMap {
    'hospital-desk': HospitalDesk;
  }
  interface HTMLElementEventMap {
    [DeskChangedEvent.type]: DeskChangedEvent;
  }
}
