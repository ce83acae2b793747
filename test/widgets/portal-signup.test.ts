import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Person } from '../../mocks/db/records/index.js';
import { demoPassword } from '../../mocks/people/demo-password.js';
import { rosa } from '../../mocks/people/rosa.js';
import { theo, theosCode } from '../../mocks/people/theo.js';
import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import '../../src/widgets/portal-signup/define.js';
import type { PortalSignup } from '../../src/widgets/portal-signup/portal-signup.js';
import {
  chooseCredentials,
  chosen,
  proveIt,
  theoWithAccount,
  theoWithCodeOf,
  theoWithoutRelease,
} from '../../stories/fixtures/newcomer.js';
import { fillIn, sees } from '../../stories/fixtures/user.js';
import { lakeside } from '../../stories/fixtures/support/policies.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';
import { ManualTimers } from '../../stories/fixtures/support/manual-timers.js';
import { mount, type MountOptions } from './support/mount.js';
import { byLabel, byRole, expectFocusOn, isThere, textOf } from '../../stories/fixtures/support/query.js';

const now = new ManualTimers().now();
const birthDate = theo(now).patient.birthDate ?? '';

interface Options extends MountOptions {
  readonly person?: (now: number) => Person;
}

const open = async ({ person = theo, ...options }: Options = {}) => {
  const stage = await mount<PortalSignup>(
    html`<portal-signup recovery-href="/forgot"></portal-signup>`,
    { policy: mychart, faqHref: '/faq', signInHref: '/sign-in', people: [person(now)], ...options },
  );
  const { widget, backend } = stage;
  await eventually(() => byRole(widget, 'button'));
  const accounts = () => [...backend.db.tables.accounts.values()];
  const prove = () => proveIt(widget, birthDate);
  return { ...stage, prove, accounts };
};

const sent = (requests: readonly { method: string; url: string; body: string }[], path: string) =>
  requests
    .filter(({ method, url }) => method === 'POST' && url.endsWith(path))
    .map(({ body }) => JSON.parse(body) as unknown);

const welcome = (widget: Element) =>
  eventually(() => byRole(widget, 'heading', 'Welcome, Theo Brandt. Your account is ready.'));

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

  it('takes a code in small letters, with spaces or without dashes', async () => {
    const { widget } = await open();
    await proveIt(widget, birthDate, '  7kq4m xw2rd9htfb ');
    await eventually(() => byRole(widget, 'heading', 'Choose how you sign in'));
  });

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
    for (const label of ['Email address', 'Email address once more']) {
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
    byLabel(widget, 'Email address once more').value = chosen.email;
    create.click();
    await welcome(widget);
    expect(accounts()).to.have.length(1);
  });

  it('counts for the eye what is missing of the password, and says once that it is enough', async () => {
    const { widget, prove } = await open();
    await prove();
    await eventually(() => byRole(widget, 'button', 'Create my account'));
    const password = byLabel(widget, 'Password');
    const hint = document.getElementById(`${password.id}-hint`);
    if (!hint) throw new Error('The password has no hint.');
    const status = byRole(hint, 'status');
    const heard: string[] = [];
    const listener = new MutationObserver(() => heard.push(textOf(status)));
    listener.observe(status, { childList: true, characterData: true, subtree: true });
    password.focus();
    const counts: string[] = [];
    const described: string[] = [];
    for (const character of 'ferry over calm') {
      await sendKeys({ type: character });
      await widget.updateComplete;
      described.push(textOf(hint));
      counts.push(
        /(\d+|Long) \w+/.exec(hint.querySelector('.so-far')?.textContent ?? '')?.[0] ?? '',
      );
    }
    listener.disconnect();
    expect(counts).to.deep.equal([
      ...[11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((left) => `${left} more`),
      ...Array<string>(4).fill('Long enough'),
    ]);
    expect(heard).to.deep.equal(['Long enough.']);
    expect(described.filter((text) => text.includes('to go'))).to.deep.equal([]);
  });

  it('tells of a password that many people use while it is typed', async () => {
    const { widget, prove } = await open();
    await prove();
    await eventually(() => byRole(widget, 'button', 'Create my account'));
    fillIn(byLabel(widget, 'Password'), 'Password1234');
    await sees(widget, 'Many people use this one. Choose another.');
    expect(textOf(widget)).not.to.contain('Long enough');
    fillIn(byLabel(widget, 'Password'), 'Password1234 on the ferry');
    await sees(widget, 'Long enough.');
    expect(textOf(widget)).not.to.contain('Many people');
  });

  it('goes back without losing what was typed, and mixes nothing up', async () => {
    const { widget, prove } = await open();
    await prove();
    const back = await eventually(() => byRole(widget, 'button', 'Back'));
    for (const label of ['Username', 'Password', 'Email address', 'Email address once more']) {
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
    await eventually(() => byRole(widget, 'alert', /the two are not the same/));
    byRole(widget, 'button', 'Back').click();
    (await eventually(() => byRole(widget, 'button', 'Continue'))).click();
    await eventually(() => byRole(widget, 'button', 'Create my account'));
    const shown = ['ID', 'Email address', 'Email address once more', 'Security question'];
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
    await eventually(() => byRole(widget, 'alert', /the two are not the same/));
    byRole(widget, 'button', 'Back').click();
    await proveIt(widget, patient.birthDate ?? '', code);
    await eventually(() => byRole(widget, 'button', 'Create my account'));
    expect(byLabel(widget, 'Username').value).to.equal('');
  });

  it('names what is missing, links to it, and sends nothing', async () => {
    const { widget, requests } = await open();
    byRole(widget, 'button', 'Continue').click();
    const summary = await eventually(() => byRole(widget, 'alert'));
    expectFocusOn(summary);
    byRole(summary, 'link', 'Date of birth: fill this in.').click();
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
    expect(textOf(summary)).to.contain('Email address once more: the two are not the same.');
    expect(textOf(widget)).not.to.contain('code works');
    expect(byRole(widget, 'link', 'Why is this so?').getAttribute('href')).to.equal(
      '/faq#faq-email-entered-twice',
    );
    expect(byLabel(widget, 'Username').value).to.equal(chosen.username);
    expect(byLabel(widget, 'Password').value).to.equal(chosen.password);
    await chooseCredentials(widget);
    await welcome(widget);
  });

  for (const policy of [mychart, mycooper, lakeside]) {
    const days = policy.activation.expiresAfterDays;

    it(`takes a code on day ${days} under ${policy.id} (activation.expires)`, async () => {
      const { widget, prove } = await open({ policy, person: theoWithCodeOf(days) });
      await prove();
      await eventually(() => byRole(widget, 'heading', 'Choose how you sign in'));
    });

    it(`takes none on day ${days + 1} under ${policy.id} (activation.expires)`, async () => {
      const { widget, prove } = await open({ policy, person: theoWithCodeOf(days + 1) });
      await prove();
      const note = await eventually(() => byRole(widget, 'alert', /is too old/));
      expectFocusOn(note);
      expect(textOf(note)).to.contain(`A code works for ${days} days.`);
      expect(textOf(note)).to.contain(policy.support.officePhone);
      expect(isThere(note, 'link', policy.support.email)).to.equal(policy.activation.helpByEmail);
      expect(byRole(note, 'link', /Why/).getAttribute('href')).to.equal(
        '/faq#faq-activation-expires',
      );
    });
  }

  it('leads to the account of who has used the code (activation.single-use)', async () => {
    const { widget, session, prove } = await open();
    await prove();
    await chooseCredentials(widget);
    await welcome(widget);
    await session.context?.store.dispatch({ type: 'sign-out' });
    const other = document.createElement('portal-signup');
    other.setAttribute('recovery-href', '/forgot');
    widget.replaceWith(other);
    await proveIt(other, birthDate);
    const note = await eventually(() => byRole(other, 'alert', /was used before/));
    expect(byRole(note, 'link', 'Sign in').getAttribute('href')).to.equal('/sign-in');
    expect(byRole(note, 'link', 'Find out your username').getAttribute('href')).to.equal('/forgot');
  });

  it('leads who has an account to it (account.one-per-adult)', async () => {
    const { widget, prove } = await open({ person: theoWithAccount });
    await prove();
    const note = await eventually(() => byRole(widget, 'alert', /account for you already/));
    expect(byRole(note, 'link', 'Sign in').getAttribute('href')).to.equal('/sign-in');
  });

  it('explains the form that is not there yet (account.release-of-information)', async () => {
    const { widget, prove } = await open({ person: theoWithoutRelease });
    await prove();
    const note = await eventually(() => byRole(widget, 'alert', /signed form/));
    expect(textOf(note)).to.contain('come back with the same code');
    expect(textOf(note)).to.contain(mychart.support.officePhone);
  });

  it('warns before the last tries, and then says that a new code is needed (activation.issued-at-visit)', async () => {
    const { widget } = await open();
    for (const words of [/^(?!.*left)/, /^(?!.*left)/, /2 tries left/, /1 try left/]) {
      await proveIt(widget, '1970-01-01');
      await eventually(() => byRole(widget, 'alert', words));
    }
    await proveIt(widget, birthDate);
    await eventually(() => byRole(widget, 'heading', 'Choose how you sign in'));
    byRole(widget, 'button', 'Back').click();
    for (let n = 0; n < mychart.login.maxAttempts; n += 1) {
      await proveIt(widget, '1970-01-01');
      await eventually(() => byRole(widget, 'button', 'Continue'));
    }
    await proveIt(widget, birthDate);
    await eventually(() => byRole(widget, 'alert', /tried too often.*new one/));
  });

  it('asks no email address where the hospital needs none (signup.email-required)', async () => {
    const { widget, accounts, prove } = await open({ policy: lakeside });
    await prove();
    await chooseCredentials(widget, { email: '' });
    await welcome(widget);
    expect(accounts()[0]?.email).to.equal(null);
  });

  it('asks for an email address where the hospital needs one (signup.email-required)', async () => {
    const { widget, prove } = await open({ policy: mycooper });
    await prove();
    await chooseCredentials(widget, { email: '', emailAgain: '' });
    await eventually(() => byRole(widget, 'alert', /Email address: fill this in/));
  });

  it('asks for the address twice only where the policy does (email.entered-twice)', async () => {
    const { widget, prove } = await open({ policy: lakeside });
    await prove();
    await eventually(() => byRole(widget, 'button', 'Create my account'));
    expect(() => byLabel(widget, 'Email address once more')).to.throw();
  });

  it('asks for a security question where the policy does (signup.security-question)', async () => {
    const { widget, prove } = await open({ policy: mycooper });
    await prove();
    await chooseCredentials(widget, { answer: 'boat' });
    await eventually(() => byRole(widget, 'alert', /Answer to your question: the question gives/));
  });

  it('takes the code neither as username nor as password (activation.not-a-username)', async () => {
    const { widget, prove } = await open();
    await prove();
    await chooseCredentials(widget, { username: theosCode });
    await eventually(() => byRole(widget, 'alert', /Username: do not use your code/));
    await chooseCredentials(widget, { password: theosCode });
    await eventually(() => byRole(widget, 'alert', /Password: do not use your code/));
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
    const button = await eventually(() => byRole(widget, 'button', 'Creating your account…'));
    expect(button.getAttribute('aria-disabled')).to.equal('true');
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
    expectFocusOn(await eventually(() => byRole(widget, 'alert', /cannot reach the portal/)));
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
      await eventually(() => byRole(widget, 'heading', 'You are signed in as Rosa Delgado.'));
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
      await eventually(() => byRole(stage.widget, 'button', 'Checking…'));
      await rosaSignsIn(stage);
      await stage.session.context?.store.dispatch({ type: 'sign-out' });
      release();
      await eventually(() => byRole(stage.widget, 'button', 'Continue'));
      byRole(stage.widget, 'heading', 'Sign up for MyChart');
    });
  });

  it('goes on to the next page after signing up', async () => {
    const { widget, prove } = await open();
    const places: string[] = [];
    Object.assign(widget, {
      nextHref: '/my-health',
      navigate: (href: string) => places.push(href),
    });
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
    await eventually(() => byRole(widget, 'alert', /Código de acceso: complete este campo\./));
  });
});
