import { expect, html } from '@open-wc/testing';
import type { PortalPreferences } from '../../../src/widgets/portal-preferences/portal-preferences.js';
import {
  changeAtDesk,
  changeEmail,
  fillInFields,
  newEmail,
  openForms,
} from '../../../stories/fixtures/steps/preferences.js';
import { press } from '../../../stories/fixtures/steps/user.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { keptDrafts } from '../support/kept-drafts.js';
import { mount, type Stage } from '../support/mount.js';
import { byLabel, byRole, expectFocusOn, textOf } from '../../../stories/fixtures/support/query.js';
import {
  rosa,
  open,
  reads,
  accountOfRosa,
  contactOfRosa,
  valuesIn,
  savePhone,
} from '../support/portal-preferences.js';

/** Two of them, as in two tabs: neither hears what the other does. */
const openTwice = async () => {
  const stage = await mount<PortalPreferences>(
    html`<portal-preferences></portal-preferences><portal-preferences></portal-preferences>`,
    { signedInAs: rosa },
  );
  const second = stage.widget.nextElementSibling as PortalPreferences;
  for (const each of [stage.widget, second]) {
    await openForms(each);
    await eventually(() => byLabel(each, 'ZIP code'));
  }
  return { ...stage, second };
};

describe('<portal-preferences>: what somebody else has changed meanwhile', () => {
  /** What is typed is kept; then something is changed at the desk; then the form is there again. */
  const leaveAndReturn = async (
    stage: Stage<PortalPreferences>,
    contact: Parameters<typeof changeAtDesk>[1],
  ) => {
    stage.timers.advance({ seconds: 1 });
    await reads(stage.widget, 'Draft saved at');
    stage.widget.remove();
    await changeAtDesk(stage, contact);
    const again = document.createElement('portal-preferences');
    stage.session.append(again);
    await openForms(again);
    await eventually(() => byLabel(again, 'ZIP code'));
    return again;
  };

  const contested = async (besides: Readonly<Record<string, string>> = {}) => {
    const stage = await open();
    await fillInFields(stage.widget, { ...besides, Phone: '1-555-555-0199' });
    await changeAtDesk(stage, { phone: '1-555-555-0177' });
    await press(stage.widget, savePhone);
    await reads(stage.widget, /Phone What you typed: 1-555-555-0199 On file now: 1-555-555-0177/);
    return stage;
  };

  it('is shown beside what was typed, and not overwritten', async () => {
    const stage = await contested();
    const { widget } = stage;
    expectFocusOn(
      byRole(widget, 'heading', 'Address and phone')
        .closest('section')
        ?.querySelector('[part=conflict]'),
    );
    expect(byLabel(widget, 'Phone').value).to.equal('1-555-555-0199');
    await press(widget, savePhone);
    expect(contactOfRosa(stage)?.phone, 'nobody has chosen').to.equal('1-555-555-0177');
  });

  it('is overwritten by who chooses so', async () => {
    const stage = await contested();
    await press(stage.widget, 'Save what I typed');
    await reads(stage.widget, 'Saved. We updated your medical record, too.');
    expect(contactOfRosa(stage)?.phone).to.equal('1-555-555-0199');
  });

  it('is kept by who chooses so', async () => {
    const stage = await contested();
    await press(stage.widget, 'Keep what’s on file');
    await eventually(() => {
      expect(byLabel(stage.widget, 'Phone').value).to.equal('1-555-555-0177');
      expect(textOf(stage.widget)).not.to.contain('Not saved').and.not.contain('On file now');
    });
    expect(contactOfRosa(stage)?.phone).to.equal('1-555-555-0177');
  });

  it('is noticed when the page comes into view again, with and without something typed', async () => {
    const stage = await open();
    const { widget } = stage;
    await changeAtDesk(stage, { phone: '1-555-555-0177' });
    document.dispatchEvent(new Event('visibilitychange'));
    await eventually(() => {
      expect(byLabel(widget, 'Phone').value).to.equal('1-555-555-0177');
    });
    await fillInFields(widget, { Phone: '1-555-555-0199' });
    await changeAtDesk(stage, { phone: '1-555-555-0188' });
    document.dispatchEvent(new Event('visibilitychange'));
    await reads(widget, /What you typed: 1-555-555-0199 On file now: 1-555-555-0188/);
  });

  describe('in another field', () => {
    const typed = { City: 'Camden' };
    const deskPhone = '1-555-555-0177';
    const expectBoth = async (stage: Stage<PortalPreferences>, widget: Element = stage.widget) => {
      await press(widget as HTMLElement, savePhone);
      await reads(widget, 'Saved. We updated your medical record, too.');
      expect(contactOfRosa(stage)?.phone).to.equal(deskPhone);
      expect(contactOfRosa(stage)?.address?.city).to.equal('Camden');
    };

    it('stays, and so does what was typed', async () => {
      const stage = await open();
      await fillInFields(stage.widget, typed);
      await changeAtDesk(stage, { phone: deskPhone });
      await expectBoth(stage);
      expect(byLabel(stage.widget, 'Phone').value).to.equal(deskPhone);
    });

    it('comes into the form when the page comes into view, and nothing is asked', async () => {
      const stage = await open();
      const { widget } = stage;
      await fillInFields(widget, typed);
      await changeAtDesk(stage, { phone: deskPhone });
      document.dispatchEvent(new Event('visibilitychange'));
      await eventually(() => {
        expect(byLabel(widget, 'Phone').value).to.equal(deskPhone);
      });
      expect(byLabel(widget, 'City').value).to.equal('Camden');
      expect(textOf(widget)).not.to.contain('What you typed');
      await expectBoth(stage);
    });

    it('comes into a form that was left half filled in', async () => {
      const stage = await open();
      await fillInFields(stage.widget, typed);
      const again = await leaveAndReturn(stage, { phone: deskPhone });
      await eventually(() => {
        expect(byLabel(again, 'City').value).to.equal('Camden');
      });
      expect(byLabel(again, 'Phone').value).to.equal(deskPhone);
      expect(textOf(again)).not.to.contain('What you typed');
      await expectBoth(stage, again);
    });

    it('is not asked about beside one that is', async () => {
      const stage = await contested(typed);
      const { widget } = stage;
      expect(textOf(widget)).not.to.contain('City What you typed');
      await press(widget, 'Keep what’s on file');
      await reads(widget, 'Address and phone Not saved');
      expect(valuesIn(widget)).to.include({ City: 'Camden', Phone: deskPhone });
      expect(textOf(widget)).not.to.contain('On file now');
      await expectBoth(stage);
    });
  });

  it('is asked about in a form that was left half filled in', async () => {
    const stage = await open();
    await fillInFields(stage.widget, { Phone: '1-555-555-0199' });
    const again = await leaveAndReturn(stage, { phone: '1-555-555-0177' });
    await reads(again, /What you typed: 1-555-555-0199 On file now: 1-555-555-0177/);
    await press(again, savePhone);
    expect(contactOfRosa(stage)?.phone, 'nobody has chosen').to.equal('1-555-555-0177');
    await press(again, 'Save what I typed');
    await reads(again, 'Saved. We updated your medical record, too.');
    expect(contactOfRosa(stage)?.phone).to.equal('1-555-555-0199');
  });

  it('may be what was typed: then there is nothing left to save', async () => {
    const stage = await open();
    await fillInFields(stage.widget, { Phone: '1-555-555-0199' });
    const again = await leaveAndReturn(stage, { phone: '1-555-555-0199' });
    await eventually(() => expect(keptDrafts(stage.backend)).to.deep.equal([]));
    expect(textOf(again)).not.to.contain('Not saved').and.not.contain('This is what you typed');
  });

  it('is not in the way where it is something else', async () => {
    const stage = await openTwice();
    const { widget, second } = stage;
    await fillInFields(second, { Phone: '1-555-555-0199' });
    await changeEmail(widget);
    await reads(widget, `Your email: ${newEmail}`);
    await press(second, savePhone);
    await reads(second, 'Saved. We updated your medical record, too.');
    expect(contactOfRosa(stage)).to.deep.include({ phone: '1-555-555-0199', email: newEmail });
  });

  it('may be a draft only: then nothing is saved until its user has chosen one', async () => {
    const stage = await openTwice();
    const { widget, second, timers } = stage;
    await fillInFields(widget, { Phone: '1-555-555-0199' });
    timers.advance({ seconds: 1 });
    await reads(widget, 'Draft saved at');
    await fillInFields(second, { Phone: '1-555-555-0188' });
    timers.advance({ seconds: 1 });
    await reads(second, 'You also typed in this form somewhere else.');
    await press(second, savePhone);
    const section = byRole(second, 'heading', 'Address and phone').closest('section');
    await eventually(() => {
      expectFocusOn(section?.querySelector('[part=draft]'));
    });
    expect(contactOfRosa(stage)?.phone).to.equal('1-555-555-0131');
    await press(second, 'Keep what’s here');
    await press(second, savePhone);
    await reads(second, 'Saved. We updated your medical record, too.');
    expect(contactOfRosa(stage)?.phone).to.equal('1-555-555-0188');
  });

  it('may be the same change in another tab: the second is told, and loses nothing', async () => {
    const stage = await openTwice();
    const { widget, second } = stage;
    await changeEmail(widget, 'first@example.com');
    await reads(widget, 'Your email: first@example.com');
    await changeEmail(second, 'second@example.com');
    await reads(second, /What you typed: second@example\.com On file now: first@example\.com/);
    expect(valuesIn(second)['New email address']).to.equal('second@example.com');
    expect(accountOfRosa(stage)?.email).to.equal('first@example.com');
    await press(second, 'Save what I typed');
    await reads(second, 'Your email: second@example.com');
  });
});
