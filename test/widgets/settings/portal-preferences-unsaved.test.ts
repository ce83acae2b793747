import { expect } from '@open-wc/testing';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import type { PortalPreferences } from '../../../src/widgets/portal-preferences/portal-preferences.js';
import {
  changeEmail,
  fillInFields,
  newEmail,
  openRecordOf,
} from '../../../stories/fixtures/steps/preferences.js';
import { press } from '../../../stories/fixtures/steps/user.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { keptDrafts } from '../support/kept-drafts.js';
import type { Stage } from '../support/mount.js';
import {
  allByRole,
  byLabel,
  expectFocusOn,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import {
  rosa,
  open,
  reads,
  accountOfRosa,
  contactOfRosa,
  valuesIn,
  signIn,
  savePhone,
} from '../support/portal-preferences.js';

describe('<portal-preferences>: what is not saved', () => {
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented ? 'asked' : 'left';
  };

  it('is marked in its section, and asked about before the page is left', async () => {
    const { widget } = await open();
    expect(leave()).to.equal('left');
    await fillInFields(widget, { City: 'Camden' });
    await reads(widget, 'Address and phone Not saved');
    expect(leave()).to.equal('asked');
    await fillInFields(widget, { City: 'Harbor Falls' });
    await eventually(() => {
      expect(textOf(widget)).not.to.contain('Not saved');
    });
    expect(leave(), 'typed back').to.equal('left');
    await fillInFields(widget, { 'Current password': 'x' });
    expect(leave(), 'a password').to.equal('asked');
    await fillInFields(widget, { 'Current password': '', 'Answer to your question': 'Inés' });
    expect(leave(), 'an answer').to.equal('asked');
    await reads(widget, 'Security question Not saved');
    widget.remove();
    expect(leave(), 'not there any more').to.equal('left');
  });

  it('is what was typed while the answer was awaited: it stays, and can be saved next', async () => {
    const stage = await open();
    const { widget } = stage;
    const answer = stage.holdAnswer('/account/contact');
    await fillInFields(widget, { Phone: '1-555-555-0199' });
    await press(widget, savePhone);
    await answer.held;
    await fillInFields(widget, { City: 'Camden' });
    byLabel(widget, 'ZIP code').focus();
    answer.release();
    await reads(widget, 'Phone number 1-555-555-0199');
    await reads(widget, 'Address and phone Not saved');
    expect(valuesIn(widget)).to.include({ City: 'Camden', Phone: '1-555-555-0199' });
    expectFocusOn(byLabel(widget, 'ZIP code'));
    stage.timers.advance({ seconds: 1 });
    await reads(widget, 'Draft saved at');
    await press(widget, savePhone);
    await reads(widget, 'Saved. We updated your medical record, too.');
    expect(contactOfRosa(stage)?.address?.city).to.equal('Camden');
  });

  it('is told to a page that changes its content by itself, and kept if that asks nobody', async () => {
    const stage = await open();
    const { widget, session } = stage;
    expect(widget.hasUnsavedChanges).to.equal(false);
    await fillInFields(widget, { City: ' Camden' });
    expect(widget.hasUnsavedChanges).to.equal(true);
    widget.remove();
    expect(widget.hasUnsavedChanges, 'not there any more').to.equal(false);
    await eventually(() => {
      expect(keptDrafts(stage.backend)).to.have.length(1);
    });
    const again = document.createElement('portal-preferences');
    session.append(again);
    await eventually(() => {
      expect(byLabel(again, 'City').value).to.equal(' Camden');
    });
    expect(again.hasUnsavedChanges).to.equal(true);
    await press(again, 'Start over');
    expect(again.hasUnsavedChanges).to.equal(false);
  });

  it('stays as it is while another section is opened and saved, and closed itself', async () => {
    const { widget } = await open();
    await fillInFields(widget, { City: 'Camden', 'Current password': 'half a pass' });
    for (const details of widget.querySelectorAll('details')) details.open = false;
    await changeEmail(widget);
    await reads(widget, `Your email: ${newEmail}`);
    for (const heading of ['Address and phone', 'Password']) {
      await reads(widget, `${heading} Not saved`);
    }
    expect(valuesIn(widget)).to.include({ City: 'Camden', 'Current password': 'half a pass' });
  });

  it('is nothing where a form was sent as it was', async () => {
    const stage = await open();
    const { widget, timers, requests } = stage;
    await press(widget, 'Save my email address');
    await reads(widget, 'Enter your new email address');
    timers.advance({ seconds: 1 });
    expect(requests.filter(({ method }) => method === 'PUT')).to.deep.equal([]);
    expect(textOf(widget)).not.to.contain('Draft');
  });

  describe('is looked for once for all forms', () => {
    const openWithDrafts = async () => {
      const stage = await open();
      await fillInFields(stage.widget, { City: 'Camden', 'New security question': 'Who?' });
      stage.timers.advance({ seconds: 1 });
      await eventually(() => {
        expect(keptDrafts(stage.backend)).to.have.length(2);
      });
      return stage;
    };
    const searches = ({ requests }: Stage<PortalPreferences>) =>
      requests.filter(({ url }) => url.endsWith('/drafts/search')).length;
    const isRestored = (widget: Element) =>
      eventually(() => {
        expect(byLabel(widget, 'City').value).to.equal('Camden');
        expect(byLabel(widget, 'New security question').value).to.equal('Who?');
      });

    it('that are there when somebody signs in again', async () => {
      const stage = await openWithDrafts();
      await stage.session.signOut();
      const before = searches(stage);
      await signIn(stage, rosa);
      await isRestored(stage.widget);
      await eventually(() => {
        expect(searches(stage)).to.equal(before + 1);
      });
    });

    it('that open by themselves', async () => {
      const stage = await openWithDrafts();
      const before = searches(stage);
      const again = document.createElement('portal-preferences');
      stage.session.append(again);
      await isRestored(again);
      await eventually(() => {
        expect(searches(stage)).to.equal(before + 1);
      });
    });
  });

  it('comes back to the same person after an idle logout, deep-equal, but for secrets', async () => {
    const stage = await open();
    const { widget, timers } = stage;
    const typed = {
      'New email address': ' rosa.new@exam',
      'Confirm new email address': '😀',
      'New security question': '  Who?',
      'Street address': '“1”  Ferry Road ',
      City: '',
      Phone: 'not a phone',
    };
    await fillInFields(widget, typed);
    await fillInFields(widget, {
      'Current password': demoPassword,
      'Answer to your question': 'Aunt Inés',
    });
    const before = valuesIn(widget);
    timers.advance({ seconds: 1 });
    await eventually(() => {
      expect(textOf(widget).match(/Draft [a-z ]+/g)).to.deep.equal(
        Array(3).fill('Draft saved at '),
      );
    });
    timers.advance({ minutes: 16 });
    await reads(widget, 'We signed you out.');
    expect(widget.querySelector('input')).to.equal(null);
    await signIn(stage, rosa);
    await eventually(() => {
      expect(valuesIn(widget)).to.deep.equal({
        ...before,
        'Current password': '',
        'Answer to your question': '',
      });
    });
    expect(allByRole(widget, 'button', 'Start over')).to.have.length(3);
    allByRole(widget, 'button', 'Start over').at(-1)?.click();
    await eventually(() => expectFocusOn(byLabel(widget, 'Street address')));
    const sent = stage.requests.filter(({ url }) => url.includes('/drafts/'));
    expect(sent.map(({ body }) => body).join())
      .not.to.contain(demoPassword)
      .and.not.contain('Aunt');
  });

  it('leaves no trace for another person', async () => {
    const stage = await open();
    const { widget, timers } = stage;
    await fillInFields(widget, { 'Street address': '1 Ferry Road', Phone: 'mine' });
    timers.advance({ seconds: 1 });
    await reads(widget, 'Draft saved at');
    timers.advance({ minutes: 16 });
    await reads(widget, 'We signed you out.');
    await signIn(stage, 'henry.okafor');
    await reads(widget, 'Your email: henry.okafor@example.com');
    await eventually(() => byLabel(widget, 'ZIP code'));
    expect(JSON.stringify(valuesIn(widget)))
      .not.to.contain('Ferry')
      .and.not.contain('mine');
    for (const trace of ['Ferry', 'Rosa', 'rosa', 'Not saved', 'Start over', 'first school']) {
      expect(widget.innerHTML).not.to.contain(trace);
    }
  });

  it('belongs to the own account while the record of somebody else is open', async () => {
    const stage = await open();
    const { widget, session, timers } = stage;
    await openRecordOf(session, 'Leo Delgado');
    await reads(widget, 'These are your own settings, Rosa Delgado.');
    await fillInFields(widget, { Phone: '1-555-555-0199' });
    timers.advance({ seconds: 1 });
    await reads(widget, 'Draft saved at');
    const [draft] = keptDrafts(stage.backend);
    expect(draft?.patientId).to.equal(accountOfRosa(stage)?.patientId);
    await press(widget, savePhone);
    await reads(widget, 'Saved. We updated your medical record, too.');
    expect(contactOfRosa(stage)?.phone).to.equal('1-555-555-0199');
    await eventually(() => expect(keptDrafts(stage.backend)).to.deep.equal([]));
  });
});
