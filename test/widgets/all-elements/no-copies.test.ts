import { expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { mychart } from '../../../src/policy/mychart.js';
import '../../../src/widgets/portal-login/define.js';
import '../../../src/widgets/portal-preferences/define.js';
import '../../../src/widgets/portal-recovery/define.js';
import '../../../src/widgets/portal-signup/define.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { textOf } from '../../../stories/fixtures/support/query.js';
import { mount } from '../support/mount.js';

// By their documented events, whatever the version; the libraries themselves: no-copies-libraries.test.ts.
const tell = (type: string) => document.dispatchEvent(new CustomEvent(type, { bubbles: true }));

const mountSettings = async () => {
  const stage = await mount<HTMLElement>(html`<portal-preferences></portal-preferences>`, {
    signedInAs: 'rosa.delgado',
    policy: mychart,
  });
  await eventually(() => {
    expect(textOf(stage.widget)).to.contain('rosa.delgado@example.com');
  });
  return stage;
};

/** What would be copied of the widget. */
const copyOf = (widget: Element) => widget.outerHTML.replace(/<!--.*?-->/g, '');

const comesBack = (widget: Element) =>
  eventually(() => {
    expect(textOf(widget)).to.contain('rosa.delgado@example.com');
  });

describe('copies of a page', () => {
  for (const template of [
    html`<portal-login></portal-login>`,
    html`<portal-signup></portal-signup>`,
    html`<portal-recovery></portal-recovery>`,
    html`<portal-preferences></portal-preferences>`,
  ] satisfies TemplateResult[]) {
    it(`are not kept by htmx: ${template.strings.join('')}`, async () => {
      const { widget } = await mount<HTMLElement>(template);
      expect(widget.getAttribute('hx-history')).to.equal('false');
    });
  }

  it('that htmx makes at once have nothing in them; the page that stays has all again', async () => {
    const { widget } = await mountSettings();
    let copy = '';
    document.addEventListener('htmx:beforeHistorySave', () => (copy = copyOf(widget)), {
      once: true,
    });
    tell('htmx:beforeHistorySave');
    expect(copy).to.match(/^<portal-preferences/);
    expect(copy).not.to.match(/delgado|input|Rosa/);
    await comesBack(widget);
  });

  it('that Turbo makes a tick later have nothing in them, whatever happens meanwhile', async () => {
    const { widget, session } = await mountSettings();
    tell('turbo:before-cache');
    await session.context?.store.dispatch({ type: 'refresh' });
    widget.setAttribute('heading-level', '3');
    await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
    expect(copyOf(widget)).not.to.match(/delgado|input|Rosa/);
    tell('turbo:load');
    await comesBack(widget);
  });

  it('that Turbo shows again ask anew', async () => {
    const { widget, session } = await mountSettings();
    tell('turbo:before-cache');
    const shown = widget.cloneNode(true) as HTMLElement;
    widget.remove();
    expect(shown.textContent.trim()).to.equal('');
    session.append(shown);
    await comesBack(shown);
  });

  it('that the browser keeps have nothing in them', async () => {
    const { widget } = await mountSettings();
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(copyOf(widget)).not.to.match(/delgado|input|Rosa/);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await comesBack(widget);
  });

  it('have nothing in them once somebody has signed out', async () => {
    const { widget, session } = await mountSettings();
    await session.signOut();
    await eventually(() => {
      expect(copyOf(widget)).not.to.match(/delgado|input|Rosa/);
    });
  });
});
