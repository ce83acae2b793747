import { html, LitElement, nothing } from 'lit';
import { SessionController } from '../../../src/session/session-controller.js';
import type { Field } from '../../../src/ui/form/field.js';
import { formView } from '../../../src/ui/form/form.js';
import { DraftController } from '../../../src/forms/draft-controller.js';
import { contentOf, linesOf, textIn } from '../../../src/forms/draft-fields.js';
import type { Fields } from '../../../src/forms/form-controller.js';

/** The least widget that has a form with a draft. */
export class DraftProbe extends LitElement {
  static override properties = { thing: {} };

  thing: string | undefined = 'one';
  readonly draft: DraftController;
  readonly #session: SessionController = new SessionController(this);

  constructor(record: 'open' | 'own' = 'open') {
    super();
    this.draft = new DraftController(this, this.#session, {
      form: 'renewal',
      id: () => this.thing && `probe-${this.thing}`,
      record,
      lines: (content) => linesOf(this.#fields(), content),
    });
  }

  override render() {
    if (!this.draft.isReady) return nothing;
    return html`
      <h2 id="heading">Probe</h2>
      ${this.draft.notesView()}
      ${formView({
        labelledBy: 'heading',
        fields: Object.values(this.#fields()),
        problems: [],
        submit: { label: 'Send', busyLabel: 'Sending…' },
        busy: false,
        onSubmit: (event) => {
          event.preventDefault();
          void this.draft.clear();
        },
        onInput: ({ currentTarget }) => {
          this.draft.typed(contentOf(currentTarget as HTMLFormElement, this.#fields()));
        },
      })}
      ${this.draft.stateView()}
    `;
  }

  #fields(): Fields {
    const text = (name: string, label: string): Field => ({
      id: name,
      name,
      label,
      autocomplete: 'off',
      drafted: true,
      value: textIn(this.draft.content, `/body/${name}`),
    });
    return {
      '/body/note': text('note', 'Note'),
      '/body/pharmacy': text('pharmacy', 'Pharmacy'),
      '/body/password': { ...text('password', 'Password'), type: 'password', value: '' },
      '/body/answer': { ...text('answer', 'Answer'), drafted: false, value: '' },
    };
  }
}

/** The same, in the account's own record whichever is open. */
class OwnDraftProbe extends DraftProbe {
  constructor() {
    super('own');
  }
}

customElements.define('draft-probe', DraftProbe);
customElements.define('own-draft-probe', OwnDraftProbe);
