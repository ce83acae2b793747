import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import '../../../src/widgets/portal-login/define.js';
import type { PortalLogin } from '../../../src/widgets/portal-login/portal-login.js';
import { sees } from '../../../stories/fixtures/steps/user.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { busyButton } from '../support/busy.js';
import { placesOf } from '../support/places.js';
import { mount, type MountOptions } from '../support/mount.js';
import {
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
  textOf,
} from '../../../stories/fixtures/support/query.js';

const open = async (options: MountOptions = {}) => {
  const stage = await mount<PortalLogin>(
    html`<portal-login recovery-href="/forgot" signup-href="/sign-up"></portal-login>`,
    { policy: mychart, faqHref: '/faq', ...options },
  );
  const { widget } = stage;
  await eventually(() => byRole(widget, 'button', /^Sign (in|out)$/));
  await eventually(() => {
    expect(stage.session.context?.store.getState().status).to.match(/signed/);
  });
  const fillIn = (username: string, password: string) => {
    byLabel(widget, /username|ID/i).value = username;
    byLabel(widget, 'Password').value = password;
  };
  const submit = () => {
    byRole(widget, 'button', 'Sign in').click();
  };
  const signIn = (username: string, password: string) => {
    fillIn(username, password);
    submit();
  };
  return { ...stage, fillIn, submit, signIn };
};

const signInRequests = (requests: readonly { method: string; url: string }[]) =>
  requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/session'));

describe('<portal-login>', () => {
  it('signs in by keyboard alone and says who is signed in', async () => {
    const { widget } = await open();
    byLabel(widget, 'Username').focus();
    await sendKeys({ type: 'rosa.delgado' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: demoPassword });
    await sendKeys({ press: 'Enter' });
    const heading = await eventually(() =>
      byRole(widget, 'heading', 'You’re signed in as Rosa Delgado.'),
    );
    expectFocusOn(heading);
    expect(widget.innerHTML).not.to.contain('type="password"');
  });

  it('keeps a sign-in that comes before the session is ready', async () => {
    const { widget, requests } = await mount<PortalLogin>(html`<portal-login></portal-login>`);
    byLabel(widget, 'Username').value = 'rosa.delgado';
    byLabel(widget, 'Password').value = demoPassword;
    byRole(widget, 'button', 'Sign in').click();
    await eventually(() => byRole(widget, 'heading', /Rosa Delgado/));
    expect(signInRequests(requests)).to.have.length(1);
  });

  it('shows its fields to password managers: in the page itself, with the right names', async () => {
    const { widget } = await open();
    const username = document.querySelector('portal-login input[autocomplete~="username"]');
    const password = document.querySelector('portal-login input[autocomplete~="current-password"]');
    expect(username).to.equal(byLabel(widget, 'Username'));
    expect(password).to.equal(byLabel(widget, 'Password'));
    expect(password?.closest('form')).to.have.property('method', 'post');
  });

  it('shows the password on request, and hides it before it is sent', async () => {
    const { widget, fillIn, submit, backend } = await open();
    const password = byLabel(widget, 'Password') as HTMLInputElement;
    password.focus();
    const show = await eventually(() => byRole(widget, 'button', 'Show password'));
    show.click();
    expect(password.type).to.equal('text');
    byRole(widget, 'button', 'Hide password').click();
    expect(password.type).to.equal('password');
    byRole(widget, 'button', 'Show password').click();
    fillIn('rosa.delgado', demoPassword);
    const release = backend.faults.hold('signIn');
    submit();
    await busyButton(widget, 'Sign in');
    expect(password.type).to.equal('password');
    release();
    await eventually(() => byRole(widget, 'heading', /Rosa Delgado/));
  });

  it('shows the password from a button in the field: nothing moves when it comes', async () => {
    const { widget } = await open();
    const password = byLabel(widget, 'Password');
    const places = () =>
      [password, byRole(widget, 'button', 'Sign in')].map((each) => {
        const { top, height } = each.getBoundingClientRect();
        return [top, height];
      });
    const before = places();
    password.focus();
    const show = await eventually(() => byRole(widget, 'button', 'Show password'));
    expect(places()).to.deep.equal(before);
    const [field, button] = [password, show].map((each) => each.getBoundingClientRect());
    expect(button?.bottom).to.be.closeTo(field?.bottom ?? 0, 1);
    expect(button?.right).to.be.at.most((field?.right ?? 0) + 1);
    const room = parseFloat(getComputedStyle(password).paddingInlineEnd);
    expect(button?.width).to.be.at.most(room);
  });

  it('leads to the apps for phones, where the hospital has some (mobile.apps)', async () => {
    const { widget } = await open({ policy: mychart });
    for (const [name, address] of [
      ['App for iPhone', mychart.mobile.appStore],
      ['App for Android', mychart.mobile.googlePlay],
    ] as const) {
      expect(byRole(widget, 'link', name).getAttribute('href')).to.equal(address);
    }
    const none = { ...mychart, mobile: { appStore: null, googlePlay: null } };
    expect(isThere((await open({ policy: none })).widget, 'link', /^App for/)).to.equal(false);
  });

  it('says with the focus on it that the session is over, signed out or idle', async () => {
    const { widget, session, signIn } = await open();
    signIn('rosa.delgado', demoPassword);
    await eventually(() => byRole(widget, 'heading', /Rosa Delgado/));
    const field = document.createElement('input');
    document.body.append(field);
    try {
      (document.activeElement as HTMLElement).blur();
      await session.signOut();
      await eventually(() => {
        expect(textOf(document.activeElement ?? widget)).to.equal('You’re signed out.');
      });
      expect(document.activeElement?.closest('[role=status]')).not.to.equal(null);
      signIn('rosa.delgado', demoPassword);
      await eventually(() => byRole(widget, 'heading', /Rosa Delgado/));
      field.focus();
      await session.signOut();
      await sees(widget, 'You’re signed out.');
      expect(document.activeElement, 'whoever types elsewhere goes on').to.equal(field);
    } finally {
      field.remove();
    }
  });

  it('says when caps lock is on', async () => {
    const { widget } = await open();
    const password = byLabel(widget, 'Password');
    password.focus();
    await eventually(() => byRole(widget, 'button', 'Show password'));
    const type = (modifierCapsLock: boolean) =>
      password.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', modifierCapsLock }));
    type(true);
    expect(textOf(widget)).to.contain('Caps lock is on');
    type(false);
    expect(textOf(widget)).not.to.contain('Caps lock');
  });

  it('sends what autofill has put in without a word', async () => {
    const { requests, fillIn, submit } = await open();
    fillIn('  rosa.delgado ', demoPassword); // sets the values only: no input event
    submit();
    await eventually(() => {
      expect(signInRequests(requests)).to.have.length(1);
    });
    expect(JSON.parse(requests.find(({ body }) => body)?.body ?? '')).to.deep.equal({
      username: 'rosa.delgado',
      password: demoPassword,
    });
  });

  it('names what is missing, links to it, and sends nothing', async () => {
    const { widget, requests, submit } = await open();
    submit();
    const summary = await eventually(() => byRole(widget, 'alert'));
    expectFocusOn(summary);
    expect(textOf(summary)).to.contain('Enter your username');
    byRole(summary, 'link', 'Enter your password').click();
    expectFocusOn(byLabel(widget, 'Password'));
    expect(byLabel(widget, 'Password').getAttribute('aria-invalid')).to.equal('true');
    expect(signInRequests(requests)).to.be.empty;
  });

  it('asks for cookies before anything is sent (login.cookies-required)', async () => {
    const { widget, requests, signIn } = await open();
    Object.defineProperty(navigator, 'cookieEnabled', { value: false, configurable: true });
    try {
      signIn('rosa.delgado', demoPassword);
      const note = await eventually(() => byRole(widget, 'alert'));
      expect(textOf(note)).to.contain('Cookies are turned off').and.contain('settings');
      expect(byRole(note, 'link', 'Why?').getAttribute('href')).to.equal(
        '/faq#faq-login-cookies-required',
      );
      expect(signInRequests(requests)).to.be.empty;
    } finally {
      Reflect.deleteProperty(navigator, 'cookieEnabled');
    }
  });

  it('tells the tries left, clears the password and keeps the username (login.no-hints)', async () => {
    const { widget, signIn } = await open();
    signIn('rosa.delgado', 'wrong');
    const note = await eventually(() => byRole(widget, 'alert'));
    expectFocusOn(note);
    expect(textOf(note)).to.contain('You have 4 attempts left before');
    expect(byRole(note, 'link', 'Set a new password').getAttribute('href')).to.equal('/forgot');
    expect(byLabel(widget, 'Username').value).to.equal('rosa.delgado');
    expect(byLabel(widget, 'Password').value).to.equal('');
  });

  it('keeps a password that was not tried', async () => {
    const { widget, backend, signIn } = await open();
    signIn('', demoPassword);
    await eventually(() => byRole(widget, 'alert', /Enter your username/));
    expect(byLabel(widget, 'Password').value).to.equal(demoPassword);
    backend.faults.set('signIn', { outcome: 'offline' });
    signIn('rosa.delgado', demoPassword);
    await eventually(() => byRole(widget, 'alert', /can’t reach the portal/));
    backend.faults.clear();
    byRole(widget, 'button', 'Sign in').click();
    await eventually(() => byRole(widget, 'heading', /Rosa Delgado/));
  });

  for (const [policy, ways, others] of [
    [mychart, ['1-844-369-2667', 'Set a new password'], [mychart.support.officePhone]],
    [mycooper, [mycooper.support.officePhone], ['Set a new password']],
  ] as const) {
    it(`offers a locked account the way out of ${policy.id} (login.lockout, login.unlock)`, async () => {
      const { widget, signIn } = await open({ policy });
      signIn('sam.reyes', demoPassword);
      const note = await eventually(() => byRole(widget, 'alert', /locked/));
      expect(textOf(note)).to.contain('5 wrong attempts');
      for (const way of ways) expect(byRole(note, 'link', way)).to.be.instanceOf(HTMLAnchorElement);
      for (const other of others) expect(isThere(note, 'link', other)).to.equal(false);
      expect(byRole(note, 'link', /Why/).getAttribute('href')).to.equal('/faq#faq-login-lockout');
    });
  }

  it('locks at the fifth wrong password', async () => {
    const { widget, signIn } = await open();
    for (const left of ['4 attempts', '3 attempts', '2 attempts', '1 attempt', 'locked']) {
      signIn('rosa.delgado', 'wrong');
      await eventually(() => byRole(widget, 'alert', new RegExp(left)));
    }
  });

  it('asks to wait when there were too many tries', async () => {
    const policy = { ...mychart, login: { ...mychart.login, requestsPerMinute: 1 } };
    const { widget, signIn } = await open({ policy });
    signIn('rosa.delgado', 'wrong');
    await eventually(() => byRole(widget, 'alert', /You have 4 attempts left/));
    signIn('rosa.delgado', demoPassword);
    await eventually(() => byRole(widget, 'alert', /Wait \d+ seconds/));
  });

  it('is busy while it waits, and sends once however often it is asked', async () => {
    const { widget, backend, requests, signIn } = await open();
    const release = backend.faults.hold('signIn');
    signIn('rosa.delgado', demoPassword);
    const button = await busyButton(widget, 'Sign in');
    expect(textOf(widget)).to.contain('Signing in…');
    button.click();
    release();
    await eventually(() => byRole(widget, 'heading', /Rosa Delgado/));
    expect(signInRequests(requests)).to.have.length(1);
  });

  for (const [outcome, words] of [
    ['offline', /can’t reach the portal.*internet/],
    ['internal', /went wrong on our side.*few minutes/],
    ['wrong', /went wrong on our side.*few minutes/],
  ] as const) {
    it(`does not blame the password when the answer is ${outcome}`, async () => {
      const { widget, backend, signIn } = await open();
      const { error } = console;
      console.error = () => {};
      try {
        backend.faults.set('signIn', { outcome });
        signIn('rosa.delgado', demoPassword);
        await eventually(() => byRole(widget, 'alert', words));
      } finally {
        console.error = error;
      }
      backend.faults.clear();
      signIn('rosa.delgado', demoPassword);
      await eventually(() => byRole(widget, 'heading', /Rosa Delgado/));
    });
  }

  it('tries again when the portal could not be reached at first', async () => {
    const stage = await mount<PortalLogin>(html`<portal-login></portal-login>`, {
      prepare: ({ faults }) => {
        faults.set('getSession', { outcome: 'internal' });
      },
    });
    const retry = await eventually(() => byRole(stage.widget, 'button', 'Try again'));
    stage.backend.faults.clear();
    retry.click();
    await eventually(() => {
      expect(isThere(stage.widget, 'alert')).to.equal(false);
    });
  });

  it('says who is signed in already, and signs out', async () => {
    const { widget, requests } = await open({ signedInAs: 'rosa.delgado' });
    const button = await eventually(() => byRole(widget, 'button', 'Sign out'));
    button.click();
    await eventually(() => byRole(widget, 'button', 'Sign in'));
    expect(textOf(widget)).not.to.contain('Rosa');
    await sees(widget, 'You’re signed out.');
    const signOut = await eventually(() => {
      const sent = requests.find(({ method }) => method === 'DELETE');
      if (!sent) throw new Error('Nothing was sent.');
      return sent;
    });
    expect(signOut.keepalive, 'sent even if the page is left at once').to.equal(true);
    expectFocusOn(widget.querySelector('[part=note]'));
  });

  it('tells who comes back why they were signed out (session.idle-logout)', async () => {
    const { widget, session } = await open({ signedInAs: 'rosa.delgado' });
    await eventually(() => byRole(widget, 'button', 'Sign out'));
    await session.context?.store.dispatch({ type: 'expire' });
    await eventually(() => byRole(widget, 'button', 'Sign in'));
    expect(textOf(widget)).to.contain('15 minutes').and.not.contain('Rosa');
    expect(byRole(widget, 'link', /Why/).getAttribute('href')).to.equal(
      '/faq#faq-session-idle-logout',
    );
  });

  it('goes on to the next page after signing in', async () => {
    const { widget, signIn } = await open();
    const places = placesOf(widget);
    Object.assign(widget, { nextHref: '/my-health' });
    signIn('rosa.delgado', demoPassword);
    await eventually(() => {
      expect(places).to.deep.equal(['/my-health']);
    });
  });

  it('calls the username as the hospital does', async () => {
    const { widget } = await open({ policy: mycooper });
    expect(byLabel(widget, 'ID').name).to.equal('username');
  });

  it('shows what the host put inside until it is there', async () => {
    const login = await fixture<HTMLElement>(html`<portal-login></portal-login>`);
    const other = document.createElement('portal-login');
    other.innerHTML = '<a href="/old-sign-in">Sign in</a>';
    login.after(other);
    await eventually(() => byRole(other, 'button', 'Sign in'));
    expect(other.querySelector('[href="/old-sign-in"]')).to.equal(null);
    other.remove();
  });
});
