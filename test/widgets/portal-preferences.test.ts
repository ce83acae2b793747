import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { demoPassword } from '../../mocks/people/demo-password.js';
import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import '../../src/widgets/portal-preferences/define.js';
import type { PortalPreferences } from '../../src/widgets/portal-preferences/portal-preferences.js';
import {
  changeAtDesk,
  changeEmail,
  changePassword,
  fillInFields,
  newEmail,
  openForms,
  openRecordOf,
} from '../../stories/fixtures/preferences.js';
import { press } from '../../stories/fixtures/user.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';
import { keptDrafts } from './support/kept-drafts.js';
import { mount, type MountOptions, type Stage } from './support/mount.js';
import { allByRole, byLabel, byRole, expectFocusOn, isThere, textOf } from '../../stories/fixtures/support/query.js';

const rosa = 'rosa.delgado';

const open = async (options: MountOptions = {}) => {
  const stage = await mount<PortalPreferences>(html`<portal-preferences></portal-preferences>`, {
    signedInAs: rosa,
    ...options,
  });
  await openForms(stage.widget);
  for (const label of ['Current password', 'ZIP code']) {
    await eventually(() => byLabel(stage.widget, label));
  }
  return stage;
};

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

const reads = (widget: Element, words: string | RegExp) =>
  eventually(() => {
    const text = textOf(widget);
    const isThere = typeof words === 'string' ? text.includes(words) : words.test(text);
    if (!isThere) throw new Error(`"${String(words)}" cannot be read in: ${text}`);
  });

type Backend = Pick<Stage<PortalPreferences>, 'backend'>;

const accountOfRosa = ({ backend }: Backend) =>
  [...backend.db.tables.accounts.values()].find(({ username }) => username === rosa);
const contactOfRosa = ({ backend }: Backend) =>
  [...backend.db.tables.patients.values()].find(({ givenName }) => givenName === 'Rosa')?.contact;

/** What stands in every field, by label. */
const valuesIn = (widget: Element): Record<string, string> =>
  Object.fromEntries(
    [...widget.querySelectorAll('input')].map(({ labels, value }) => [
      labels?.[0]?.textContent ?? '',
      value,
    ]),
  );

const signIn = ({ session }: Stage<PortalPreferences>, username: string) =>
  session.context?.store.dispatch({ type: 'sign-in', username, password: demoPassword });

const savePhone = 'Save my address and phone';

describe('<portal-preferences>: email and notifications', () => {
  for (const policy of [mychart, mycooper]) {
    it(`sets an address at once, in portal and record, under ${policy.id} (email.instant-update)`, async () => {
      const stage = await open({ policy });
      const { widget } = stage;
      await changeEmail(widget);
      await reads(widget, `We write to: ${newEmail}`);
      expectFocusOn(widget.querySelector('[part=note]'));
      expect(accountOfRosa(stage)?.email).to.equal(newEmail);
      expect(contactOfRosa(stage)?.email).to.equal(newEmail);
      expect(byLabel(widget, 'New email address').value).to.equal('');
      expect(isThere(widget, 'form', 'Not saved')).to.equal(false);
    });
  }

  it('asks once only where the policy does not ask twice (email.entered-twice)', async () => {
    const stage = await open({
      policy: { ...mycooper, email: { ...mycooper.email, enteredTwice: false } },
    });
    const { widget } = stage;
    await fillInFields(widget, { 'New email address': newEmail });
    expect([...widget.querySelectorAll('input[type=email]')]).to.have.length(1);
    await press(widget, 'Save my email address');
    await reads(widget, `We write to: ${newEmail}`);
  });

  it('says what differs, with the focus on the summary, which leads to the field', async () => {
    const stage = await open();
    const { widget } = stage;
    await changeEmail(widget, newEmail, 'rosa.mew@example.com');
    await eventually(() => {
      expectFocusOn(widget.querySelector('[part=error-summary]'));
    });
    byRole(widget, 'link', /the two are not the same/).click();
    expectFocusOn(byLabel(widget, 'New email address once more'));
    expect(accountOfRosa(stage)?.email).to.equal('rosa.delgado@example.com');
  });
});

describe('<portal-preferences>: password', () => {
  it('is changed by giving the current one, and ends other sessions (password.change)', async () => {
    const stage = await open();
    const { widget, backend } = stage;
    await changePassword(widget, demoPassword);
    await reads(widget, 'Your password is changed.');
    const [current, next] = [byLabel(widget, 'Current password'), byLabel(widget, 'New password')];
    expect([current.value, next.value]).to.deep.equal(['', '']);
    expect([...backend.db.tables.sessions.values()]).to.have.length(1);
    await stage.session.signOut();
    await expectRejected(() => signIn(stage, rosa));
  });

  it('counts wrong ones, tells how many are left, and locks as at sign-in (login.lockout)', async () => {
    const { widget } = await open({
      policy: { ...mycooper, login: { ...mycooper.login, maxAttempts: 2 } },
    });
    await changePassword(widget, 'not this one');
    await reads(widget, /this is not right\..*You have 1 try left/);
    await changePassword(widget, 'not this one');
    await reads(widget, /This account is locked\. There were 2 wrong tries in a row/);
  });

  it('leads who has forgotten the current one to a new one, and to the FAQ (password.change)', async () => {
    const { widget } = await mount<PortalPreferences>(
      html`<portal-preferences recovery-href="/forgot"></portal-preferences>`,
      { signedInAs: rosa, faqHref: '/faq' },
    );
    await openForms(widget);
    await changePassword(widget, 'not this one');
    const link = await eventually(() => byRole(widget, 'link', 'Set a new password'));
    expect(link.getAttribute('href')).to.equal('/forgot');
    expect(byRole(widget, 'link', 'Why is this so?').getAttribute('href')).to.equal(
      '/faq#faq-password-change',
    );
    expectFocusOn(byRole(widget, 'alert', /this is not right/));
  });

  it('can be filled in by a password manager, pasted, and seen', async () => {
    const { widget } = await open();
    const autocompletes = [...widget.querySelectorAll<HTMLInputElement>('[type=password]')].map(
      ({ autocomplete }) => autocomplete,
    );
    expect(autocompletes).to.deep.equal(['current-password', 'new-password']);
    byLabel(widget, 'Current password').focus();
    await press(widget, 'Show password (Current password)');
    expect(byLabel(widget, 'Current password').getAttribute('type')).to.equal('text');
    byLabel(widget, 'New password').focus();
    await press(widget, 'Show password (New password)');
    expect(byLabel(widget, 'New password').getAttribute('type')).to.equal('text');
  });
});

describe('<portal-preferences>: security question', () => {
  it('shows the current question, never the answer, and sets another (security-question.change)', async () => {
    const stage = await open();
    const { widget } = stage;
    expect(textOf(widget)).to.contain('What was the name of your first school?');
    expect(widget.innerHTML).not.to.contain('Brigid');
    const before = accountOfRosa(stage)?.securityQuestion?.answerHash;
    await fillInFields(widget, {
      'New security question': 'Who taught me to swim?',
      'Answer to your question': 'Aunt Inés',
    });
    await press(widget, 'Save my question');
    await reads(widget, 'Your question: Who taught me to swim?');
    expect(byLabel(widget, 'Answer to your question').value).to.equal('');
    expect(accountOfRosa(stage)?.securityQuestion?.answerHash).not.to.equal(before);
    const drafts = stage.requests.filter(({ url }) => url.includes('/drafts/'));
    expect(drafts.map(({ body }) => body).join()).not.to.contain('Inés');
  });

  it('is not there where the policy has none', async () => {
    const { widget } = await open({ policy: mychart });
    expect(isThere(widget, 'heading', 'Security question')).to.equal(false);
  });
});

describe('<portal-preferences>: address and phone', () => {
  it('are changed in the medical record (contact.update)', async () => {
    const stage = await open();
    const { widget } = stage;
    await fillInFields(widget, {
      'Street and number': '1 Ferry Road',
      'Apartment or unit (optional)': '4b',
      'State, as 2 letters': 'ny',
      Phone: '1-555-555-0199',
    });
    await press(widget, savePhone);
    await reads(widget, 'Saved. Your medical record has it, too.');
    expect(contactOfRosa(stage)).to.deep.include({
      phone: '1-555-555-0199',
      address: {
        line1: '1 Ferry Road',
        line2: '4b',
        city: 'Harbor Falls',
        state: 'NY',
        postalCode: '08000',
      },
    });
    expect(byLabel(widget, 'State, as 2 letters').value).to.equal('NY');
  });

  it('are none once all is empty', async () => {
    const stage = await open();
    const fields = ['Street and number', 'City', 'State, as 2 letters', 'ZIP code', 'Phone'];
    await fillInFields(stage.widget, Object.fromEntries(fields.map((label) => [label, ''])));
    await press(stage.widget, savePhone);
    await reads(stage.widget, 'Saved.');
    expect(contactOfRosa(stage)).to.deep.include({ address: null, phone: null });
  });
});

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
    await reads(widget, 'Saved. Your medical record has it, too.');
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
    await reads(widget, `We write to: ${newEmail}`);
    for (const heading of ['Address and phone', 'Password']) {
      await reads(widget, `${heading} Not saved`);
    }
    expect(valuesIn(widget)).to.include({ City: 'Camden', 'Current password': 'half a pass' });
  });

  it('is nothing where a form was sent as it was', async () => {
    const stage = await open();
    const { widget, timers, requests } = stage;
    await press(widget, 'Save my email address');
    await reads(widget, 'New email address: fill this in');
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
      expect(searches(stage)).to.equal(before + 1);
    });

    it('that open by themselves', async () => {
      const stage = await openWithDrafts();
      const before = searches(stage);
      const again = document.createElement('portal-preferences');
      stage.session.append(again);
      await isRestored(again);
      expect(searches(stage)).to.equal(before + 1);
    });
  });

  it('comes back to the same person after an idle logout, deep-equal, but for secrets', async () => {
    const stage = await open();
    const { widget, timers } = stage;
    const typed = {
      'New email address': ' rosa.new@exam',
      'New email address once more': '😀',
      'New security question': '  Who?',
      'Street and number': '“1”  Ferry Road ',
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
    await reads(widget, 'You were signed out.');
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
    await eventually(() => expectFocusOn(byLabel(widget, 'Street and number')));
    const sent = stage.requests.filter(({ url }) => url.includes('/drafts/'));
    expect(sent.map(({ body }) => body).join())
      .not.to.contain(demoPassword)
      .and.not.contain('Aunt');
  });

  it('leaves no trace for another person', async () => {
    const stage = await open();
    const { widget, timers } = stage;
    await fillInFields(widget, { 'Street and number': '1 Ferry Road', Phone: 'mine' });
    timers.advance({ seconds: 1 });
    await reads(widget, 'Draft saved at');
    timers.advance({ minutes: 16 });
    await reads(widget, 'You were signed out.');
    await signIn(stage, 'henry.okafor');
    await reads(widget, 'We write to: henry.okafor@example.com');
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
    await reads(widget, 'Saved. Your medical record has it, too.');
    expect(contactOfRosa(stage)?.phone).to.equal('1-555-555-0199');
    await eventually(() => expect(keptDrafts(stage.backend)).to.deep.equal([]));
  });
});

describe('<portal-preferences>: an answer that comes when somebody else is signed in', () => {
  /** Rosa asks for something, and it is Henry who is signed in when the answer comes. */
  const answeredToHenry = async (
    path: string,
    ask: (widget: PortalPreferences) => Promise<void>,
  ) => {
    const stage = await open();
    const { widget } = stage;
    const answer = stage.holdAnswer(path);
    await ask(widget);
    await answer.held;
    await stage.session.signOut();
    await signIn(stage, 'henry.okafor');
    await reads(widget, 'We write to: henry.okafor@example.com');
    await openForms(widget);
    await eventually(() => byLabel(widget, 'ZIP code'));
    return { ...stage, answer };
  };

  const expectNoTrace = async ({ widget }: Stage<PortalPreferences>) => {
    // Whatever was to come of the answer has come before what is asked for now.
    await press(widget, 'No emails arriving?');
    await reads(widget, 'look in your spam');
    await reads(widget, 'We write to: henry.okafor@example.com');
    for (const trace of ['osa.', 'Quarry', 'Saved', 'is changed', 'not right']) {
      expect(widget.innerHTML).not.to.contain(trace);
    }
  };

  it('shows nothing of what the other one has saved, and takes nothing that is typed', async () => {
    const stage = await answeredToHenry('/account/email', (widget) => changeEmail(widget));
    const { widget, answer } = stage;
    await fillInFields(widget, { 'New email address': 'henry.new@example.com' });
    expect(isThere(widget, 'button', 'Saving…'), 'busy for the other one').to.equal(false);
    answer.release();
    await reads(widget, 'Email and notifications Not saved');
    expect(valuesIn(widget)['New email address']).to.equal('henry.new@example.com');
    await expectNoTrace(stage);
    expect(accountOfRosa(stage)?.email).to.equal(newEmail);
  });

  for (const [outcome, current] of [
    ['success', demoPassword],
    ['refusal', 'not this one'],
  ] as const) {
    it(`says nothing of the other one's password: ${outcome}`, async () => {
      const stage = await answeredToHenry('/account/password', (widget) =>
        changePassword(widget, current),
      );
      stage.answer.release();
      await expectNoTrace(stage);
    });
  }
});

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
    await reads(stage.widget, 'Saved. Your medical record has it, too.');
    expect(contactOfRosa(stage)?.phone).to.equal('1-555-555-0199');
  });

  it('is kept by who chooses so', async () => {
    const stage = await contested();
    await press(stage.widget, 'Keep what is on file');
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
      await reads(widget, 'Saved. Your medical record has it, too.');
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
      await press(widget, 'Keep what is on file');
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
    await reads(again, 'Saved. Your medical record has it, too.');
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
    await reads(widget, `We write to: ${newEmail}`);
    await press(second, savePhone);
    await reads(second, 'Saved. Your medical record has it, too.');
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
    await reads(second, 'You also typed into this form somewhere else.');
    await press(second, savePhone);
    const section = byRole(second, 'heading', 'Address and phone').closest('section');
    await eventually(() => {
      expectFocusOn(section?.querySelector('[part=draft]'));
    });
    expect(contactOfRosa(stage)?.phone).to.equal('1-555-555-0131');
    await press(second, 'Keep what is here');
    await press(second, savePhone);
    await reads(second, 'Saved. Your medical record has it, too.');
    expect(contactOfRosa(stage)?.phone).to.equal('1-555-555-0188');
  });

  it('may be the same change in another tab: the second is told, and loses nothing', async () => {
    const stage = await openTwice();
    const { widget, second } = stage;
    await changeEmail(widget, 'first@example.com');
    await reads(widget, 'We write to: first@example.com');
    await changeEmail(second, 'second@example.com');
    await reads(second, /What you typed: second@example\.com On file now: first@example\.com/);
    expect(valuesIn(second)['New email address']).to.equal('second@example.com');
    expect(accountOfRosa(stage)?.email).to.equal('first@example.com');
    await press(second, 'Save what I typed');
    await reads(second, 'We write to: second@example.com');
  });
});

describe('<portal-preferences>', () => {
  it('saves what autofill has filled in without telling of it', async () => {
    const stage = await open();
    const { widget } = stage;
    byLabel(widget, 'Phone').value = '1-555-555-0199';
    await press(widget, savePhone);
    await reads(widget, 'Saved. Your medical record has it, too.');
    expect(contactOfRosa(stage)?.phone).to.equal('1-555-555-0199');
    for (const label of ['New email address', 'New email address once more']) {
      byLabel(widget, label).value = newEmail;
    }
    await press(widget, 'Save my email address');
    await reads(widget, `We write to: ${newEmail}`);
  });

  it('is used by keyboard alone', async () => {
    const { widget } = await open();
    byLabel(widget, 'New email address').focus();
    await sendKeys({ type: newEmail });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: newEmail });
    await sendKeys({ press: 'Enter' });
    await reads(widget, `We write to: ${newEmail}`);
  });

  it('opens the forms by themselves in which something was typed, and no others', async () => {
    const stage = await open();
    await fillInFields(stage.widget, { Phone: '1-555-555-0199' });
    stage.timers.advance({ seconds: 1 });
    await reads(stage.widget, 'Draft saved at');
    const again = document.createElement('portal-preferences');
    stage.session.append(again);
    await eventually(() => {
      expect(byLabel(again, 'Phone').value).to.equal('1-555-555-0199');
    });
    expect(isThere(again, 'textbox', 'New email address')).to.equal(false);
  });

  it('can be read again where that has failed', async () => {
    const { widget, backend } = await mount<PortalPreferences>(
      html`<portal-preferences></portal-preferences>`,
      {
        signedInAs: rosa,
        prepare: ({ faults }) => faults.set('getPreferences', { outcome: 'internal' }),
      },
    );
    await reads(widget, 'The portal is not working as it should.');
    backend.faults.clear();
    await press(widget, 'Try again');
    await eventually(() => byRole(widget, 'heading', 'Password'));
  });
});

const expectRejected = async (attempt: () => Promise<void> | undefined) => {
  try {
    await attempt();
  } catch (error) {
    expect(error).to.have.property('kind', 'refused');
    return;
  }
  expect.fail('It was not refused.');
};
