import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import {
  askForLink,
  chooseNewPassword,
  linkSentBy,
  lockRosa,
} from '../../../stories/fixtures/steps/forgetful.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import {
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
  queryByRole,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import { open, part, noteIn } from '../support/portal-recovery.js';

const newPassword = 'ferry over calm water';

describe('<portal-recovery>, a forgotten password (password.self-reset)', () => {
  it('asks for a link by keyboard alone, and says the same whether there is an account', async () => {
    const { widget, emails } = await open();
    const section = part(widget, 'I forgot my password');
    byLabel(widget, 'Username').focus();
    await sendKeys({ type: 'rosa.delgado' });
    await sendKeys({ press: 'Enter' });
    const note = await noteIn(section);
    expectFocusOn(note);
    const known = textOf(note);
    expect(known).to.contain('It works once, for 30 minutes.');
    for (const other of ['nobody', 'sam.reyes']) {
      await askForLink(widget, other);
      await eventually(() => byRole(section, 'button', 'Email me a link'));
      expect(textOf(await noteIn(section)), other).to.equal(known);
    }
    expect(emails().map(({ to }) => to)).to.include('rosa.delgado@example.com');
  });

  it('takes the token out of the address at once, and shows it nowhere', async () => {
    const { widget, backend } = await open();
    await askForLink(widget);
    await eventually(() => linkSentBy(backend));
    const link = linkSentBy(backend);
    const entries = history.length;
    location.hash = link;
    await eventually(() => byRole(widget, 'button', 'Save my new password'));
    expect(location.href).not.to.contain('#');
    expect(history.length).to.be.at.most(entries + 1);
    expect(widget.innerHTML).not.to.contain(link.slice('#new-password='.length));
  });

  it('reads a link with which the page is opened', async () => {
    const { widget, session, backend } = await open();
    await askForLink(widget);
    await eventually(() => linkSentBy(backend));
    history.replaceState(null, '', linkSentBy(backend));
    const other = document.createElement('portal-recovery');
    session.append(other);
    expect(location.hash).to.equal('');
    await eventually(() => byRole(other, 'button', 'Save my new password'));
    expectFocusOn(byRole(other, 'heading', 'Choose a new password'));
  });

  for (const policy of policies) {
    it(`sets a new password by the link under ${policy.id} (password.reset-question)`, async () => {
      const { widget, openLink, requests, trySignIn } = await open({ policy });
      await openLink();
      expect(isThere(widget, 'textbox', 'Answer to your question')).to.equal(
        policy.password.resetQuestion,
      );
      expect(textOf(widget).includes('What was the name of your first school?')).to.equal(
        policy.password.resetQuestion,
      );
      await chooseNewPassword(widget, newPassword, ' saint BRIGID. ');
      expectFocusOn(await eventually(() => byRole(widget, 'heading', 'You have a new password.')));
      expect(byRole(widget, 'link', 'Sign in').getAttribute('href')).to.equal('/sign-in');
      const body = JSON.parse(
        requests.find(({ url }) => /perform$/.test(url))?.body ?? '',
      ) as object;
      expect(body).to.include({ password: newPassword });
      expect(widget.innerHTML).not.to.contain(newPassword).and.not.contain('<input');
      expect(await trySignIn(newPassword)).to.equal('signed in');
    });
  }

  it('finds its field for password managers, and takes what autofill puts in without a word', async () => {
    const { widget, openLink } = await open();
    await openLink();
    const password = document.querySelector<HTMLInputElement>(
      'portal-recovery input[autocomplete~="new-password"]',
    );
    expect(password).to.equal(byLabel(widget, 'New password'));
    if (password) password.value = newPassword; // sets the value only: no input event
    byRole(widget, 'button', 'Save my new password').click();
    await eventually(() => byRole(widget, 'heading', 'You have a new password.'));
  });

  it('signs out who was signed in with the old password', async () => {
    const { widget, session, signInElsewhere, openLink } = await open();
    await openLink();
    await signInElsewhere('rosa.delgado');
    await session.context?.store.dispatch({ type: 'refresh' });
    expect(session.context?.store.getState().status).to.equal('signed-in');
    await chooseNewPassword(widget);
    await eventually(() => {
      expect(session.context?.store.getState().status).to.equal('signed-out');
    });
    expect(isThere(widget, 'heading', 'You have a new password.')).to.equal(true);
  });

  it('works until its last moment, and then offers another link', async () => {
    const { widget, backend, openLink, timers } = await open();
    await openLink();
    const minutes = mychart.password.resetLinkMinutes;
    timers.advance({ minutes, milliseconds: -1 });
    await chooseNewPassword(widget, 'password1234');
    await eventually(() => byRole(widget, 'alert', /easy to guess/));
    timers.advance({ milliseconds: 1 });
    await chooseNewPassword(widget);
    expectFocusOn(await eventually(() => byRole(widget, 'alert', /no longer works/)));
    await askForLink(widget);
    await eventually(() => {
      expect(backend.db.tables.emails.size).to.equal(2);
    });
  });

  it('takes a link once', async () => {
    const { widget, backend, openLink } = await open();
    await openLink();
    const link = linkSentBy(backend);
    await chooseNewPassword(widget);
    await eventually(() => byRole(widget, 'heading', 'You have a new password.'));
    location.hash = link;
    const note = await eventually(() => byRole(widget, 'alert', /no longer works/));
    expect(byRole(note, 'link', /Why/).getAttribute('href')).to.equal(
      '/faq#faq-password-self-reset',
    );
    await eventually(() => byRole(widget, 'button', 'Email me a link'));
    expect(textOf(widget)).not.to.contain('we’ve emailed');
  });

  for (const [what, token] of [
    ['without its token', ''],
    ['with something else', 'rosa%20delgado'],
  ] as const) {
    it(`answers a link ${what} as one that works no more`, async () => {
      const { widget } = await open();
      location.hash = `#new-password=${token}`;
      await eventually(() => byRole(widget, 'alert', /no longer works/));
      await eventually(() => byRole(widget, 'button', 'Email me a link'));
    });
  }

  it('leaves other fragments of the address alone', async () => {
    const { widget } = await open();
    location.hash = '#contact';
    expect(location.hash).to.equal('#contact');
    expect(isThere(widget, 'heading', 'Forgot your username or password?')).to.equal(true);
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('tries again when the link could not be read at first', async () => {
    const { widget, backend } = await open();
    await askForLink(widget);
    await eventually(() => linkSentBy(backend));
    backend.faults.set('readPasswordReset', { outcome: 'offline' });
    location.hash = linkSentBy(backend);
    const retry = await eventually(() => byRole(widget, 'button', 'Try again'));
    backend.faults.clear();
    retry.click();
    await eventually(() => byRole(widget, 'button', 'Save my new password'));
  });

  it('counts wrong answers, and locks after the last (password.reset-question, login.lockout)', async () => {
    const { widget, openLink } = await open({ policy: mycooper });
    await openLink();
    for (const left of ['4 attempts', '3 attempts', '2 attempts', '1 attempt']) {
      await chooseNewPassword(widget, newPassword, 'Saint Mary');
      await eventually(() => byRole(widget, 'alert', new RegExp(`You have ${left} left`)));
    }
    await chooseNewPassword(widget, newPassword, 'Saint Mary');
    const note = await eventually(() => byRole(widget, 'alert', /This account is locked/));
    expectFocusOn(note);
    expect(textOf(note)).to.contain(mycooper.support.officePhone);
    expect(queryByRole(widget, 'form')).to.equal(undefined);
    expect(isThere(widget, 'heading', 'Choose a new password')).to.equal(false);
  });

  it('refuses an account that was locked since, where no link unlocks (password.locked-reset)', async () => {
    const stage = await open({ policy: mycooper });
    await stage.openLink();
    await lockRosa(stage);
    await chooseNewPassword(stage.widget);
    const note = await eventually(() => byRole(stage.widget, 'alert', /account is locked/));
    expect(textOf(note)).to.contain(mycooper.support.officePhone);
    byRole(stage.widget, 'heading', 'Forgot your ID or password?');
    expect(await stage.trySignIn(demoPassword)).to.contain('login.lockout');
  });

  it('unlocks where the policy has it so (login.unlock)', async () => {
    const stage = await open();
    await lockRosa(stage);
    await stage.openLink();
    await chooseNewPassword(stage.widget);
    await eventually(() => byRole(stage.widget, 'link', 'Sign in'));
    expect(await stage.trySignIn(newPassword)).to.equal('signed in');
  });

  it('says who unlocks where a new password does not (login.unlock)', async () => {
    const policy: PortalPolicy = { ...mychart, login: { ...mychart.login, unlock: ['office'] } };
    const stage = await open({ policy });
    await lockRosa(stage);
    await stage.openLink();
    await chooseNewPassword(stage.widget);
    await eventually(() => byRole(stage.widget, 'heading', 'You have a new password.'));
    expect(textOf(stage.widget)).to.contain('still locked').and.contain('1-555-555-0142');
    expect(isThere(stage.widget, 'link', 'Sign in')).to.equal(false);
  });

  for (const [policy, said] of [
    [mychart, false],
    [mycooper, true],
  ] as const) {
    it(`${said ? 'says' : 'does not say'} that a locked account gets no link under ${policy.id} (password.locked-reset)`, async () => {
      const { widget } = await open({ policy });
      const words = textOf(part(widget, 'I forgot my password'));
      expect(words.includes('You can’t set a new password online for a locked account.')).to.equal(
        said,
      );
    });
  }

  it('leads to the support line where that is the only way', async () => {
    const password = { ...mychart.password, resetBy: ['support-line' as const] };
    const login = { ...mychart.login, unlock: ['support-line' as const] };
    const { widget } = await open({ policy: { ...mychart, login, password } });
    const section = part(widget, 'I forgot my password');
    expect(textOf(section)).to.contain('You can’t set a new password online here.');
    expect(byRole(section, 'link', '1-844-369-2667').getAttribute('href')).to.equal(
      'tel:18443692667',
    );
    expect(queryByRole(section, 'form')).to.equal(undefined);
    location.hash = '#new-password=made-up';
    const note = await eventually(() => byRole(widget, 'alert', /can’t set a new password online/));
    expect(textOf(note)).to.contain('1-844-369-2667');
  });
});
