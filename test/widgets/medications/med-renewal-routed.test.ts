import { expect, html } from '@open-wc/testing';
import { nothing } from 'lit';
import '../../../src/widgets/med-renewal/define.js';
import type { MedRenewal } from '../../../src/widgets/med-renewal/med-renewal.js';
import { fillInForm, rosaTaking } from '../../../stories/fixtures/steps/renewals.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { ManualTimers } from '../../../stories/fixtures/support/manual-timers.js';
import { byRole, expectFocusOn, isThere } from '../../../stories/fixtures/support/query.js';
import { mount } from '../support/mount.js';
import { reads } from '../support/reads.js';
import { press } from '../support/renewals.js';

/** Rosa takes 25 medications, the first of which cannot be renewed now. */
const rosaTakingMany = (now: number) => {
  const rosa = rosaTaking()(now);
  const [medication] = rosa.medications ?? [];
  if (!medication) throw new Error('Rosa takes nothing.');
  return {
    ...rosa,
    medications: Array.from({ length: 25 }, (_, index) => ({
      ...medication,
      id: `m${index}`,
      name: `Drug ${index}`,
      refillsRemaining: index === 0 ? 3 : 0,
      prescribedOn: `2025-03-${String(28 - index).padStart(2, '0')}`,
    })),
  };
};

/** Her medications on a page with a router, 20 in the list, and what the router hears. */
const mountRouted = async (medicationId: string | null = null) => {
  const stage = await mount<MedRenewal>(
    html`<med-renewal history="off" medication-id=${medicationId ?? nothing}></med-renewal>`,
    { signedInAs: 'rosa.delgado', people: [rosaTakingMany(new ManualTimers().now())] },
  );
  const told: string[] = [];
  for (const type of ['portal-medication-opened', 'portal-medication-closed'] as const) {
    stage.session.addEventListener(type, (event) => {
      told.push(`${type.slice('portal-medication-'.length)} ${event.medicationId}`);
    });
  }
  return { ...stage, told };
};

const formOf = (id: string) => `Request a renewal: Drug ${id.slice(1)}`;
const opens = (widget: Element, id: string) =>
  eventually(() => byRole(widget, 'heading', formOf(id)));

/** Of whatever the list has not come to. */
const farDown = 'm24';

describe('<med-renewal>: a form that the page opens by the id of its medication', () => {
  for (const id of ['m1', farDown]) {
    it(`shows, and closes with the attribute: ${id}`, async () => {
      const { widget, told } = await mountRouted(id);
      await opens(widget, id);
      widget.removeAttribute('medication-id');
      await eventually(() => byRole(widget, 'button', formOf(id)));
      expect(isThere(widget, 'heading', formOf(id))).to.equal(false);
      widget.setAttribute('medication-id', id);
      await opens(widget, id);
      expect(told, 'the page knows').to.deep.equal([]);
      expect(widget.getAttribute('medication-id')).to.equal(id);
    });
  }

  it('closes by its button, and the page hears of it', async () => {
    const { widget, told } = await mountRouted('m1');
    await opens(widget, 'm1');
    press(await eventually(() => byRole(widget, 'form')), 'Close');
    await eventually(() => {
      expect(told).to.deep.equal(['closed m1']);
    });
    expect(isThere(widget, 'heading', formOf('m1'))).to.equal(false);
  });

  it('closes once the request is sent', async () => {
    const { widget, told } = await mountRouted('m1');
    await opens(widget, 'm1');
    await eventually(() => byRole(widget, 'button', 'Request a renewal'));
    await fillInForm(widget);
    press(byRole(widget, 'form'), 'Request a renewal');
    await reads(widget, 'Renewal requested.');
    expect(told).to.deep.equal(['closed m1']);
  });

  it('follows what somebody opens, and says it once', async () => {
    const { widget, told } = await mountRouted();
    await reads(widget, 'Showing 20 of');
    press(widget, formOf('m3'));
    widget.setAttribute('medication-id', 'm3');
    const heading = await opens(widget, 'm3');
    await eventually(() => {
      expectFocusOn(heading);
    });
    press(await eventually(() => byRole(widget, 'form')), 'Close');
    await eventually(() => {
      expect(told).to.deep.equal(['opened m3', 'closed m3']);
    });
  });

  it('that is not in this record gives way to the list, with a note', async () => {
    const { widget, told } = await mountRouted('gone');
    await reads(widget, 'We can’t find that medication.');
    await reads(widget, 'Showing 25 of 25');
    expect(told).to.deep.equal(['closed gone']);
    press(widget, formOf('m3'));
    await opens(widget, 'm3');
    expect(widget.shadowRoot?.textContent).not.to.contain('We can’t find that medication.');
  });

  it('cannot be open for what cannot be renewed: the list says why, and the page hears of it', async () => {
    const { widget, told } = await mountRouted('m0');
    await reads(widget, 'Showing 20 of');
    await eventually(() => {
      expect(told).to.deep.equal(['closed m0']);
    });
    expect(widget.shadowRoot?.textContent).not.to.contain('We can’t find that medication.');
  });

  it('is no longer open once its record is not', async () => {
    const { widget, session, told } = await mountRouted('m1');
    await opens(widget, 'm1');
    await session.signOut();
    await eventually(() => {
      expect(told).to.deep.equal(['closed m1']);
    });
  });

  it('leaves the focus where it is outside of the element, and takes it along inside', async () => {
    const { widget } = await mountRouted();
    await reads(widget, 'Showing 20 of');
    const outside = document.createElement('button');
    document.body.append(outside);
    outside.focus();
    widget.setAttribute('medication-id', 'm5');
    await opens(widget, 'm5');
    expectFocusOn(outside);
    outside.remove();
    byRole(widget, 'button', formOf('m3')).focus();
    widget.setAttribute('medication-id', 'm6');
    const heading = await opens(widget, 'm6');
    await eventually(() => {
      expectFocusOn(heading);
    });
  });
});
