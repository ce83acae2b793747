import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPreferences } from '../../../src/widgets/portal-preferences/portal-preferences.js';
import {
  changeEmail,
  changePassword,
  changeQuestion,
  confirmIn,
  fillInFields,
  newEmail,
  openForms,
} from '../../../stories/fixtures/steps/preferences.js';
import { press } from '../../../stories/fixtures/steps/user.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { mount, type Stage } from '../support/mount.js';
import {
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
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

describe('<portal-preferences>: email and notifications', () => {
  for (const policy of [mychart, mycooper]) {
    it(`sets an address at once, in portal and record, under ${policy.id} (email.instant-update)`, async () => {
      const stage = await open({ policy });
      const { widget } = stage;
      await changeEmail(widget);
      await reads(widget, `Your email: ${newEmail}`);
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
    await confirmIn(widget, 'Email and notifications');
    expect([...widget.querySelectorAll('input[type=email]')]).to.have.length(1);
    await press(widget, 'Save my email address');
    await reads(widget, `Your email: ${newEmail}`);
  });

  it('says what differs, with the focus on the summary, which leads to the field', async () => {
    const stage = await open();
    const { widget } = stage;
    await changeEmail(widget, newEmail, 'rosa.mew@example.com');
    await eventually(() => {
      expectFocusOn(widget.querySelector('[part=error-summary]'));
    });
    byRole(widget, 'link', /Type the same address in both fields/).click();
    expectFocusOn(byLabel(widget, 'Confirm new email address'));
    expect(accountOfRosa(stage)?.email).to.equal('rosa.delgado@example.com');
  });
});

describe('<portal-preferences>: password', () => {
  it('is changed by giving the current one, and ends other sessions (password.change)', async () => {
    const stage = await open();
    const { widget, backend } = stage;
    await changePassword(widget, demoPassword);
    await reads(widget, 'Password changed.');
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
    await reads(widget, /This doesn’t match\..*You have 1 attempt left/);
    await changePassword(widget, 'not this one');
    await reads(widget, /This account is locked\. There were 2 wrong attempts in a row/);
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
    expect(byRole(widget, 'link', 'Why?').getAttribute('href')).to.equal(
      '/faq#faq-password-change',
    );
    expectFocusOn(byRole(widget, 'alert', /This doesn’t match/));
  });

  it('can be filled in by a password manager, pasted, and seen', async () => {
    const { widget } = await open();
    const autocompletes = [...widget.querySelectorAll<HTMLInputElement>('[type=password]')].map(
      ({ autocomplete }) => autocomplete,
    );
    expect(autocompletes).to.deep.equal([
      'current-password', // for another address
      'current-password',
      'new-password',
      'current-password', // for another question
    ]);
    const username = byLabel(widget, 'New password').form?.elements.namedItem('username');
    expect(username).to.include({
      autocomplete: 'username',
      value: 'rosa.delgado',
      readOnly: true,
    });
    expect(textOf(widget)).not.to.contain('rosa.delgado ');
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
    await changeQuestion(widget, 'Who taught me to swim?', 'Aunt Inés');
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
      'Street address': '1 Ferry Road',
      'Apartment or unit (optional)': '4b',
      State: 'ny',
      Phone: '1-555-555-0199',
    });
    await press(widget, savePhone);
    await reads(widget, 'Saved. We updated your medical record, too.');
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
    expect(byLabel(widget, 'State').value).to.equal('NY');
  });

  it('are none once all is empty', async () => {
    const stage = await open();
    const fields = ['Street address', 'City', 'State', 'ZIP code', 'Phone'];
    await fillInFields(stage.widget, Object.fromEntries(fields.map((label) => [label, ''])));
    await press(stage.widget, savePhone);
    await reads(stage.widget, 'Saved.');
    expect(contactOfRosa(stage)).to.deep.include({ address: null, phone: null });
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
    await reads(widget, 'Your email: henry.okafor@example.com');
    await openForms(widget);
    await eventually(() => byLabel(widget, 'ZIP code'));
    return { ...stage, answer };
  };

  const expectNoTrace = async ({ widget }: Stage<PortalPreferences>) => {
    // Whatever was to come of the answer has come before what is asked for now.
    await press(widget, 'Not getting our emails?');
    await reads(widget, 'check your spam');
    await reads(widget, 'Your email: henry.okafor@example.com');
    for (const trace of ['osa.', 'Quarry', 'Saved', 'changed.', 'match']) {
      expect(widget.innerHTML).not.to.contain(trace);
    }
  };

  it('shows nothing of what the other one has saved, and takes nothing that is typed', async () => {
    const stage = await answeredToHenry('/account/email', (widget) => changeEmail(widget));
    const { widget, answer } = stage;
    await fillInFields(widget, { 'New email address': 'henry.new@example.com' });
    const save = byRole(widget, 'button', 'Save my email address');
    expect(save.getAttribute('aria-disabled'), 'busy for the other one').to.equal('false');
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

describe('<portal-preferences>', () => {
  it('saves what autofill has filled in without telling of it', async () => {
    const stage = await open();
    const { widget } = stage;
    byLabel(widget, 'Phone').value = '1-555-555-0199';
    await press(widget, savePhone);
    await reads(widget, 'Saved. We updated your medical record, too.');
    expect(contactOfRosa(stage)?.phone).to.equal('1-555-555-0199');
    for (const label of ['New email address', 'Confirm new email address']) {
      byLabel(widget, label).value = newEmail;
    }
    await confirmIn(widget, 'Email and notifications');
    await press(widget, 'Save my email address');
    await reads(widget, `Your email: ${newEmail}`);
  });

  it('is used by keyboard alone', async () => {
    const { widget } = await open();
    byLabel(widget, 'New email address').focus();
    await sendKeys({ type: newEmail });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: newEmail });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: demoPassword });
    await sendKeys({ press: 'Enter' });
    await reads(widget, `Your email: ${newEmail}`);
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
    await reads(widget, 'Something went wrong on our side.');
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
