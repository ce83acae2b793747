import { expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { Backend } from '../../../mocks/backend.js';
import type { Faults } from '../../../mocks/faults.js';
import { mychart } from '../../../src/policy/mychart.js';
import '../../../src/widgets/family-access/define.js';
import '../../../src/widgets/portal-appointments/define.js';
import '../../../src/widgets/portal-login/define.js';
import '../../../src/widgets/portal-preferences/define.js';
import '../../../src/widgets/proxy-switcher/define.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import {
  allByRole,
  byRole,
  focused,
  isThere,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import { openFamily } from '../../../stories/fixtures/steps/relatives.js';
import { mount } from '../support/mount.js';

type Operation = Parameters<Faults['set']>[0];

const rows: readonly [TemplateResult, Operation, words: RegExp, open?: typeof openFamily][] = [
  [html`<portal-preferences></portal-preferences>`, 'getPreferences', /Your email:/],
  [html`<portal-appointments></portal-appointments>`, 'searchAppointments', /Riverbend/],
  [html`<family-access></family-access>`, 'getSharing', /can open this record|Since/],
  [
    html`<proxy-switcher></proxy-switcher>`,
    'getFamily',
    /Records you can open|By signed form/,
    openFamily,
  ],
];

/** Whether the focus is in the element, its shadow root included. */
const hasFocus = (widget: Element) =>
  document.activeElement === widget || widget.contains(document.activeElement);

/** Waits for the failure, has it mended, and tries again. */
const tryAgain = async (widget: Element, { faults }: Pick<Backend, 'faults'>) => {
  const button = await eventually(() => {
    const [first] = allByRole(widget, 'button', 'Try again');
    if (!first) throw new Error('There is nothing to try again.');
    return first;
  });
  faults.clear();
  button.focus();
  button.click();
};

describe('the focus after “Try again”', () => {
  for (const [template, operation, words, open] of rows) {
    it(`stays in the element whose ${operation} had failed`, async () => {
      const { widget, backend, session } = await mount<HTMLElement>(template, {
        policy: mychart,
        signedInAs: 'rosa.delgado',
        prepare: ({ faults }) => {
          faults.set(operation, { outcome: 'internal' });
        },
      });
      await open?.(session);
      await tryAgain(widget, backend);
      await eventually(() => {
        expect(textOf(widget)).to.match(words);
      });
      expect(isThere(widget, 'button', 'Try again')).to.equal(false);
      expect(hasFocus(widget), focused()?.outerHTML).to.equal(true);
    });
  }

  for (const [template, words] of [
    [html`<portal-login></portal-login>`, /signed in as/],
    [html`<portal-preferences></portal-preferences>`, /Your email:/],
    [html`<proxy-switcher></proxy-switcher>`, /own record/],
  ] as const) {
    it(`stays in the element when nobody could say who is signed in: ${template.strings.join('')}`, async () => {
      const { widget, backend } = await mount<HTMLElement>(template, {
        policy: mychart,
        signedInAs: 'rosa.delgado',
        prepare: ({ faults }) => {
          faults.set('getSession', { outcome: 'internal' });
        },
      });
      await tryAgain(widget, backend);
      await eventually(() => {
        expect(textOf(widget)).to.match(words);
      });
      expect(hasFocus(widget), focused()?.outerHTML).to.equal(true);
    });
  }

  it('is left alone where the person has moved on', async () => {
    const { widget, backend, session } = await mount<HTMLElement>(
      html`<portal-preferences></portal-preferences><button id="elsewhere">Elsewhere</button>`,
      {
        policy: mychart,
        signedInAs: 'rosa.delgado',
        prepare: ({ faults }) => {
          faults.set('getPreferences', { outcome: 'internal' });
        },
      },
    );
    await tryAgain(widget, backend);
    const elsewhere = byRole(session, 'button', 'Elsewhere');
    elsewhere.focus();
    await eventually(() => {
      expect(textOf(widget)).to.match(/Your email:/);
    });
    expect(document.activeElement).to.equal(elsewhere);
  });
});
