import { expect } from '@open-wc/testing';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import {
  changeEmail,
  changeQuestion,
  confirmIn,
  fillInFields,
  newEmail,
} from '../../../stories/fixtures/steps/preferences.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byLabel, byRole, expectFocusOn, textOf } from '../../../stories/fixtures/support/query.js';
import { press } from '../../../stories/fixtures/steps/user.js';
import { accountOfRosa, contactOfRosa, open, reads } from '../support/portal-preferences.js';

const label = 'Your password, to confirm';

const forms = {
  'Email and notifications': {
    change: (widget: HTMLElement, password: string) =>
      changeEmail(widget, newEmail, newEmail, password),
    save: 'Save my email address',
    saved: 'Saved. We’ll use this address from now on',
  },
  'Security question': {
    change: (widget: HTMLElement, password: string) =>
      changeQuestion(widget, 'Who taught me to swim?', 'Aunt Inés', password),
    save: 'Save my question',
    saved: 'Saved. We’ll ask this question',
  },
} as const;

for (const [name, { change, save, saved }] of Object.entries(forms)) {
  describe(`<portal-preferences>: ${name}, confirmed by the current password (password.change)`, () => {
    it('says what is not right, leads to the field, and keeps what was typed', async () => {
      const stage = await open();
      const { widget } = stage;
      const before = accountOfRosa(stage);
      await change(widget, 'not this one');
      await reads(widget, 'You have 4 attempts left before your account locks.');
      expectFocusOn(byRole(widget, 'form', name).closest('section')?.querySelector('[role=alert]'));
      byRole(widget, 'link', `${label}: This doesn’t match. Check it and type it again.`).click();
      const field = byLabel(byRole(widget, 'form', name), label);
      expectFocusOn(field);
      expect(field.autocomplete).to.equal('current-password');
      expect(accountOfRosa(stage)).to.equal(before);
      await confirmIn(widget, name);
      await press(widget, save);
      await reads(widget, saved);
      expect(field.value).to.equal('');
    });

    it('asks for it before anything is sent, and never keeps it', async () => {
      const stage = await open();
      const { widget, requests, timers } = stage;
      await change(widget, '');
      await reads(widget, 'Enter your current password');
      const changes = /\/account\/(email|security-question)$/;
      expect(requests.filter(({ url }) => changes.test(url))).to.deep.equal([]);
      await confirmIn(widget, name);
      timers.advance({ seconds: 1 });
      await reads(widget, 'Draft saved at');
      const sent = requests.map(({ body }) => body).join();
      expect(sent).to.contain('preferences').and.not.contain(demoPassword);
    });
  });
}

describe('<portal-preferences>: a change that somebody else has come before', () => {
  it('costs no second try at the password', async () => {
    const stage = await open({
      policy: { ...mycooper, login: { ...mycooper.login, maxAttempts: 2 } },
    });
    const { widget, backend } = stage;
    await backend.db.transact((tables) => {
      for (const patient of [...tables.patients.values()]) {
        tables.patients.put({ ...patient, contact: { ...patient.contact, phone: null } });
      }
    });
    await changeEmail(widget, newEmail, newEmail, 'not this one');
    await reads(widget, 'You have 1 attempt left');
    await confirmIn(widget, 'Email and notifications');
    await press(widget, 'Save my email address');
    await reads(widget, `Your email: ${newEmail}`);
    expect(contactOfRosa(stage)).to.include({ email: newEmail, phone: null });
  });
});

describe('<portal-preferences>: a hospital that asks for no password again', () => {
  it('has no such field, and sends none', async () => {
    const stage = await open({
      policy: { ...mycooper, password: { ...mycooper.password, reauthenticate: false } },
    });
    const { widget } = stage;
    expect(textOf(widget)).not.to.contain(label);
    await fillInFields(widget, {
      'New email address': newEmail,
      'Confirm new email address': newEmail,
    });
    await press(widget, 'Save my email address');
    await eventually(() => expect(accountOfRosa(stage)?.email).to.equal(newEmail));
  });
});
