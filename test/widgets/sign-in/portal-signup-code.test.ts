import { expect } from '@open-wc/testing';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import {
  chooseCredentials,
  proveIt,
  theoWithAccount,
  theoWithCodeOf,
  theoWithoutRelease,
} from '../../../stories/fixtures/steps/newcomer.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byRole, expectFocusOn, isThere, textOf } from '../../../stories/fixtures/support/query.js';
import { birthDate, open, welcome } from '../support/portal-signup.js';

describe('<portal-signup>', () => {
  it('takes a code in small letters, with spaces or without dashes', async () => {
    const { widget } = await open();
    await proveIt(widget, birthDate, '  7kq4m xw2rd9htfb ');
    await eventually(() => byRole(widget, 'heading', 'Choose how you sign in'));
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
      const note = await eventually(() => byRole(widget, 'alert', /has expired/));
      expectFocusOn(note);
      expect(textOf(note)).to.contain(`Codes work for ${days} days.`);
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
    const note = await eventually(() => byRole(other, 'alert', /has already been used/));
    expect(byRole(note, 'link', 'Sign in').getAttribute('href')).to.equal('/sign-in');
    expect(byRole(note, 'link', 'Get your username').getAttribute('href')).to.equal('/forgot');
  });

  it('leads who has an account to it (account.one-per-adult)', async () => {
    const { widget, prove } = await open({ person: theoWithAccount });
    await prove();
    const note = await eventually(() => byRole(widget, 'alert', /already have an account/));
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
    for (const words of [/^(?!.*left)/, /^(?!.*left)/, /2 attempts left/, /1 attempt left/]) {
      await proveIt(widget, '1970-01-01');
      await eventually(() => byRole(widget, 'alert', words));
    }
    await proveIt(widget, birthDate);
    await eventually(() => byRole(widget, 'heading', 'Choose how you sign in'));
    byRole(widget, 'button', 'Back').click();
    for (let n = 0; n < mychart.login.maxAttempts; n += 1) {
      await proveIt(widget, '1970-01-01');
      await eventually(() => {
        const button = byRole(widget, 'button', 'Continue');
        expect(button.getAttribute('aria-disabled'), 'answered').to.equal('false');
      });
    }
    await proveIt(widget, birthDate);
    await eventually(() => byRole(widget, 'alert', /no longer works.*new one/));
  });
});
