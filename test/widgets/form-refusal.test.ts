import { expect, html } from '@open-wc/testing';
import { LitElement, nothing } from 'lit';
import { RefusedError } from '../../src/client/portal-errors.js';
import { FormController } from '../../src/forms/form-controller.js';
import type { PortalContext } from '../../src/session/portal-context.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';
import { textOf } from '../../stories/fixtures/support/query.js';
import { mount } from './support/mount.js';

/** A form whose words of refusals cannot be fetched. */
class FormProbe extends LitElement {
  context: PortalContext | undefined;
  readonly form: FormController = new FormController(this, {
    loadRefusal: () => Promise.reject(new Error('gone')),
  });

  protected override render() {
    return this.context ? this.form.outcomeView(this.context, {}) : nothing;
  }
}
customElements.define('form-probe', FormProbe);

describe('a form that is refused where the words for it cannot be fetched', () => {
  it('says that something failed, and the page goes on', async () => {
    const { error } = console;
    const reported: unknown[] = [];
    console.error = (...words) => reported.push(words);
    try {
      const { widget: probe, session } = await mount<FormProbe>(html`<form-probe></form-probe>`);
      probe.context = await eventually(() => {
        if (!session.context) throw new Error('There is no session yet.');
        return session.context;
      });
      await probe.form.run(() => Promise.reject(new RefusedError('login.lockout', [])));
      await probe.updateComplete;
      expect(textOf(probe)).to.match(/^Something went wrong on our side\./);
      expect(probe.form.busy).to.equal(false);
      expect(reported).to.have.lengthOf(1);
    } finally {
      console.error = error;
    }
  });
});
