import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Person } from '../../../mocks/db/records/index.js';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import { rosa } from '../../../mocks/people/rosa/rosa.js';
import { theo, theosCode } from '../../../mocks/people/theo/theo.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { chooseCredentials, chosen, proveIt } from '../../../stories/fixtures/steps/newcomer.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import {
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import { busyButton } from '../support/busy.js';
import { now, birthDate, open, welcome } from '../support/portal-signup.js';
import { placesOf } from '../support/places.js';

const sent = (requests: readonly { method: string; url: string; body: string }[], path: string) =>
  requests
    .filter(({ method, url }) => method === 'POST' && url.endsWith(path))
    .map(({ body }) => JSON.parse(body) as unknown);

describe('<portal-signup>', () => {
  for (const policy of [mychart, mycooper]) {
    it(`signs up and signs in, in place, under ${policy.id} (signup.own-credentials)`, async () => {
      const { widget, session, requests, accounts, prove } = await open({ policy });
      const told: string[][] = [];
      widget.addEventListener('portal-account-created', (event) => {
        told.push(Object.keys(event).filter((key) => key !== 'isTrusted'));
      });
      await prove();
      expectFocusOn(await eventually(() => byRole(widget, 'heading', 'Choose how you sign in')));
      await chooseCredentials(widget);
      expectFocusOn(await welcome(widget));

      expect(session.context?.store.getState().status).to.equal('signed-in');
      expect(told, 'told once, and nothing about anybody').to.deep.equal([[]]);
      expect(sent(requests, '/accounts')).to.deep.equal([
        {
          code: theosCode,
          birthDate,
          username: chosen.username,
          password: chosen.password,
          email: chosen.email,
          emailAgain: chosen.email,
          securityQuestion: policy.signup.securityQuestion
            ? { question: chosen.question, answer: chosen.answer }
            : null,
        },
      ]);
      expect(accounts().map(({ username, email }) => [username, email])).to.deep.equal([
        [chosen.username, chosen.email],
      ]);
      expect(widget.innerHTML).not.to.contain(theosCode).and.not.contain('<input');
    });
  }

  it('is filled in by keyboard alone', async () => {
    const { widget, accounts, prove } = await open();
    await prove();
    const button = await eventually(() => byRole(widget, 'button', 'Create my account'));
    byLabel(widget, 'Username').focus();
    await sendKeys({ type: chosen.username });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: chosen.password });
    // Past "Show password", which comes with the focus.
    await eventually(() => byRole(widget, 'button', 'Show password'));
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    for (const label of ['Email address', 'Confirm email address']) {
      expectFocusOn(byLabel(widget, label));
      await sendKeys({ type: chosen.email });
      await sendKeys({ press: 'Tab' });
    }
    expectFocusOn(button);
    await sendKeys({ press: 'Enter' });
    await welcome(widget);
    expect(accounts()).to.have.length(1);
  });

  it('shows its fields to password managers: in the page itself, with the right names', async () => {
    const { widget, prove } = await open();
    await prove();
    await eventually(() => byRole(widget, 'button', 'Create my account'));
    const password = document.querySelector('portal-signup input[autocomplete~="new-password"]');
    const username = document.querySelector('portal-signup input[autocomplete~="username"]');
    expect(password).to.equal(byLabel(widget, 'Password'));
    expect(username).to.equal(byLabel(widget, 'Username'));
    expect(password?.closest('form')).to.have.property('method', 'post');
  });

  it('sends what autofill has put in without a word', async () => {
    const { widget, accounts } = await open();
    byLabel(widget, 'Activation code').value = theosCode; // sets the values only: no input event
    byLabel(widget, 'Date of birth').value = birthDate;
    byRole(widget, 'button', 'Continue').click();
    const create = await eventually(() => byRole(widget, 'button', 'Create my account'));
    byLabel(widget, 'Username').value = chosen.username;
    byLabel(widget, 'Password').value = chosen.password;
    byLabel(widget, 'Email address').value = chosen.email;
    byLabel(widget, 'Confirm email address').value = chosen.email;
    create.click();
    await welcome(widget);
    expect(accounts()).to.have.length(1);
  });

  it('goes back without losing what was typed, and mixes nothing up', async () => {
    const { widget, prove } = await open();
    await prove();
    const back = await eventually(() => byRole(widget, 'button', 'Back'));
    for (const label of ['Username', 'Password', 'Email address', 'Confirm email address']) {
      expect(byLabel(widget, label).value, label).to.equal('');
    }
    back.click();
    expectFocusOn(await eventually(() => byRole(widget, 'heading', 'Sign up for MyChart')));
    expect(byLabel(widget, 'Activation code').value).to.equal(theosCode);
    expect(byLabel(widget, 'Date of birth').value).to.equal(birthDate);
    byRole(widget, 'button', 'Continue').click();
    await eventually(() => byRole(widget, 'heading', 'Choose how you sign in'));
  });

  it('goes back and on without losing what was chosen, but for its secrets', async () => {
    const { widget, prove } = await open({ policy: mycooper });
    await prove();
    await chooseCredentials(widget, { emailAgain: 'teo@example.com' });
    await eventually(() => byRole(widget, 'alert', /Type the same address in both fields/));
    byRole(widget, 'button', 'Back').click();
    (await eventually(() => byRole(widget, 'button', 'Continue'))).click();
    await eventually(() => byRole(widget, 'button', 'Create my account'));
    const shown = ['ID', 'Email address', 'Confirm email address', 'Security question'];
    expect(shown.map((label) => byLabel(widget, label).value)).to.deep.equal([
      chosen.username,
      chosen.email,
      'teo@example.com',
      chosen.question,
    ]);
    for (const secret of ['Password', 'Answer to your question']) {
      expect(byLabel(widget, secret).value, secret).to.equal('');
    }
  });

  it('gives what was chosen with one code to nobody who comes with another', async () => {
    const { patient } = rosa(now);
    const code = 'ZZZZZ-ZZZZZ-ZZZZZ';
    const other: Person = { patient, reports: [], activationCode: { code, issuedAt: now } };
    const { widget, prove } = await open({ people: [theo(now), other] });
    await prove();
    await chooseCredentials(widget, { emailAgain: 'teo@example.com' });
    await eventually(() => byRole(widget, 'alert', /Type the same address in both fields/));
    byRole(widget, 'button', 'Back').click();
    await proveIt(widget, patient.birthDate ?? '', code);
    await eventually(() => byRole(widget, 'button', 'Create my account'));
    expect(byLabel(widget, 'Username').value).to.equal('');
  });

  it('goes back to the first step with the browser, and on again', async () => {
    const { widget, prove } = await open();
    await prove();
    await eventually(() => byRole(widget, 'heading', 'Choose how you sign in'));
    expect(textOf(widget)).to.contain('Step 2 of 2');
    byLabel(widget, 'Username').value = 'theo.brandt';
    history.back();
    expectFocusOn(await eventually(() => byRole(widget, 'heading', 'Sign up for MyChart')));
    expect(textOf(widget)).to.contain('Step 1 of 2');
    history.forward();
    await eventually(() => byRole(widget, 'heading', 'Choose how you sign in'));
    expect(byLabel(widget, 'Username').value).to.equal('theo.brandt');
  });

  it('leaves the history of the browser alone where its host has a router', async () => {
    const { widget, prove } = await open();
    widget.history = 'off';
    const { length } = history;
    await prove();
    await eventually(() => byRole(widget, 'heading', 'Choose how you sign in'));
    expect(history.length).to.equal(length);
    byRole(widget, 'button', 'Back').click();
    await eventually(() => byRole(widget, 'heading', 'Sign up for MyChart'));
  });

  it('names what is missing, links to it, and sends nothing', async () => {
    const { widget, requests } = await open();
    byRole(widget, 'button', 'Continue').click();
    const summary = await eventually(() => byRole(widget, 'alert'));
    expectFocusOn(summary);
    byRole(summary, 'link', 'Enter your date of birth').click();
    expectFocusOn(byLabel(widget, 'Date of birth'));
    expect(byLabel(widget, 'Date of birth').getAttribute('aria-invalid')).to.equal('true');
    expect(sent(requests, '/activation')).to.be.empty;
  });

  it('names the field that a rule does not take, and keeps all that was typed', async () => {
    const { widget, prove } = await open();
    await prove();
    await chooseCredentials(widget, { emailAgain: 'teo@example.com' });
    const summary = await eventually(() => byRole(widget, 'alert'));
    expectFocusOn(summary);
    expect(textOf(summary)).to.contain(
      'Confirm email address: Type the same address in both fields',
    );
    expect(textOf(widget)).not.to.contain('code works');
    expect(byRole(widget, 'link', 'Why?').getAttribute('href')).to.equal(
      '/faq#faq-email-entered-twice',
    );
    expect(byLabel(widget, 'Username').value).to.equal(chosen.username);
    expect(byLabel(widget, 'Password').value).to.equal(chosen.password);
    await chooseCredentials(widget);
    await welcome(widget);
  });

  it('asks for cookies before anything is sent (login.cookies-required)', async () => {
    const { widget, requests, prove } = await open();
    Object.defineProperty(navigator, 'cookieEnabled', { value: false, configurable: true });
    try {
      await prove();
      await eventually(() => byRole(widget, 'alert', /Cookies are turned off/));
      expect(sent(requests, '/activation')).to.be.empty;
    } finally {
      Reflect.deleteProperty(navigator, 'cookieEnabled');
    }
  });

  it('is busy while it waits, and sends once however often it is asked', async () => {
    const { widget, backend, requests, prove } = await open();
    await prove();
    const release = backend.faults.hold('signUp');
    await chooseCredentials(widget);
    const button = await busyButton(widget, 'Create my account');
    expect(textOf(widget)).to.contain('Creating your account…');
    button.click();
    byRole(widget, 'button', 'Back').click();
    release();
    await welcome(widget);
    expect(sent(requests, '/accounts')).to.have.length(1);
  });

  it('makes one account when the answer was lost and it is sent again', async () => {
    const { widget, backend, accounts, prove } = await open();
    await prove();
    backend.faults.set('signUp', { outcome: 'lost' });
    await chooseCredentials(widget);
    expectFocusOn(await eventually(() => byRole(widget, 'alert', /can’t reach the portal/)));
    expect(accounts()).to.have.length(1);
    backend.faults.clear();
    byRole(widget, 'button', 'Create my account').click();
    await welcome(widget);
    expect(accounts()).to.have.length(1);
  });

  it('says that the account is there even if signing in fails', async () => {
    const { widget, backend, prove } = await open();
    await prove();
    backend.faults.set('signIn', { outcome: 'unavailable' });
    await chooseCredentials(widget);
    expectFocusOn(await eventually(() => byRole(widget, 'heading', 'Your account is ready.')));
    expect(byRole(widget, 'link', 'Sign in').getAttribute('href')).to.equal('/sign-in');
    expect(isThere(widget, 'alert')).to.equal(false);
  });

  describe('after somebody else on the same computer', () => {
    const openForTwo = () => open({ people: [theo(now), rosa(now)] });
    type Stage = Awaited<ReturnType<typeof openForTwo>>;

    /** In another tab, of which this one hears. */
    const rosaSignsIn = async ({ widget, session }: Stage) => {
      const request = {
        type: 'sign-in',
        username: 'rosa.delgado',
        password: demoPassword,
      } as const;
      await session.context?.store.dispatch(request);
      await eventually(() => byRole(widget, 'heading', 'You’re signed in as Rosa Delgado.'));
    };

    const startsAfresh = async ({ widget, session }: Stage) => {
      await session.context?.store.dispatch({ type: 'sign-out' });
      await eventually(() => byRole(widget, 'heading', 'Sign up for MyChart'));
      expect(byLabel(widget, 'Activation code').value).to.equal('');
      expect(byLabel(widget, 'Date of birth').value).to.equal('');
      expect(isThere(widget, 'button', 'Back')).to.equal(false);
    };

    it('welcomes nobody else to the account', async () => {
      const stage = await openForTwo();
      await stage.prove();
      await chooseCredentials(stage.widget);
      await welcome(stage.widget);
      await rosaSignsIn(stage);
      await startsAfresh(stage);
    });

    it('takes the code of a spouse once the first is signed out', async () => {
      const stage = await openForTwo();
      await stage.prove();
      await chooseCredentials(stage.widget);
      await welcome(stage.widget);
      await startsAfresh(stage);
    });

    it('keeps nothing of what was proved before', async () => {
      const stage = await openForTwo();
      await stage.prove();
      await eventually(() => byRole(stage.widget, 'button', 'Back'));
      await rosaSignsIn(stage);
      await startsAfresh(stage);
    });

    it('shows no answer to a code that comes after another sign-in', async () => {
      const stage = await openForTwo();
      const release = stage.backend.faults.hold('checkActivationCode');
      await stage.prove();
      await busyButton(stage.widget, 'Continue');
      await rosaSignsIn(stage);
      await stage.session.context?.store.dispatch({ type: 'sign-out' });
      release();
      await eventually(() => byRole(stage.widget, 'button', 'Continue'));
      byRole(stage.widget, 'heading', 'Sign up for MyChart');
    });
  });

  it('goes on to the next page after signing up', async () => {
    const { widget, prove } = await open();
    const places = placesOf(widget);
    Object.assign(widget, { nextHref: '/my-health' });
    await prove();
    await chooseCredentials(widget);
    await eventually(() => {
      expect(places).to.deep.equal(['/my-health']);
    });
  });

  it('speaks Spanish', async () => {
    const { widget } = await open({ policy: mycooper, locale: 'es' });
    await eventually(() => byRole(widget, 'heading', 'Registrarse en myCooper'));
    byRole(widget, 'button', 'Continuar').click();
    await eventually(() => byRole(widget, 'alert', /Escriba su código de acceso/));
  });
});
