import { expect, html } from '@open-wc/testing';
import type { MedRenewal } from '../../src/widgets/med-renewal/med-renewal.js';
import { byRole, textOf } from '../../stories/fixtures/support/query.js';
import { laterMedication } from '../support/newer-backend.js';
import { mount } from './support/mount.js';
import { reads } from './support/reads.js';
import { cardOf, press } from './support/renewals.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';

describe('a list from a newer backend', () => {
  it('shows, with a rule, a case and a next step that the page does not know', async () => {
    const { widget, session, answerInstead, signInElsewhere } = await mount<MedRenewal>(
      html`<med-renewal></med-renewal>`,
    );
    const known = { id: 'known', name: 'Lisinopril 20 mg tablet', renewable: { allowed: true } };
    const medications = [laterMedication, { ...laterMedication, ...known }];
    answerInstead('POST', '/medications/search', () =>
      Response.json({ medications, total: 2, nextCursor: null }),
    );
    await signInElsewhere('rosa.delgado');
    await session.context?.store.dispatch({ type: 'refresh' });
    await reads(widget, 'Showing 2 of 2');
    await eventually(() => cardOf(widget, laterMedication.name));
    press(widget, 'You can’t do this right now. Why?');
    const told = textOf(cardOf(widget, laterMedication.name));
    expect(told).to.match(
      /You can’t do this right now\. Why\? Call us and we’ll help you\. .*Call your office: 1-/,
    );
    expect(told).not.to.match(/undefined|later|\[object/);
    press(widget, 'Request a renewal: Lisinopril 20 mg tablet');
    await eventually(() => byRole(widget, 'textbox', /^Anything else/));
  });
});
