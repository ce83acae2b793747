import { html, LitElement } from 'lit';
import { SessionController } from '../../session/session-controller.js';
import { baseStyles } from '../../ui/base-styles.js';
import { defineElement } from '../define-element.js';

/** @element test-results */
export class TestResults extends LitElement {
  static override styles = [baseStyles];
  static define(tag = 'test-results', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly session = new SessionController(this);

  protected override render() {
    return html`<slot></slot>`;
  }
}
