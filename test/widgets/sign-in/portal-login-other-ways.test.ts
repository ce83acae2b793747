import '@simplewebauthn/server'; // the backend fetches it with the first passkey: many files here
import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import { startPasskey, addPasskey } from '../../../src/contract/generated/passkeys.js';
import { PortalClient } from '../../../src/client/portal-client.js';
import { getSession, signIn } from '../../../src/contract/generated/session.js';
import { createFetch } from '../../../mocks/fetch.js';
import type { Backend } from '../../../mocks/backend.js';
import '../../../src/widgets/portal-login/define.js';
import type { PortalLogin } from '../../../src/widgets/portal-login/portal-login.js';
import {
  askForRecoveryCode,
  codeNow,
  giveCode,
  giveRosaAnApp,
  recoveryCode,
} from '../../../stories/fixtures/steps/second-step.js';
import { signIn as fillInAndSend } from '../../../stories/fixtures/steps/user.js';
import { SoftwareKey } from '../../support/software-key.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { placesOf } from '../support/places.js';
import { mount, type MountOptions } from '../support/mount.js';
import { KeyList, useKey } from '../support/passkeys.js';
import {
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
  textOf,
} from '../../../stories/fixtures/support/query.js';

const open = async (options: MountOptions = {}) => {
  const stage = await mount<PortalLogin>(html`<portal-login></portal-login>`, options);
  await eventually(() => {
    expect(stage.session.context?.store.getState().status).to.equal('signed-out');
  });
  return stage;
};

/** Rosa has an app, and has given her password. */
const openAtSecondStep = async () => {
  const stage = await open();
  await giveRosaAnApp(stage);
  await fillInAndSend(stage.widget, 'rosa.delgado');
  await eventually(() => byLabel(stage.widget, 'Code'));
  return stage;
};

describe('<portal-login>, the second step', () => {
  it('is asked for after the password, and signs in by keyboard alone', async () => {
    const { widget, timers } = await openAtSecondStep();
    expectFocusOn(byRole(widget, 'heading', 'One more step'));
    expect(isThere(widget, 'button', 'Sign in')).to.equal(false);
    await sendKeys({ press: 'Tab' });
    expectFocusOn(byLabel(widget, 'Code'));
    // One by one: WebKit's driver drops a key that comes twice in a row.
    for (const digit of codeNow({ timers })) await sendKeys({ press: digit });
    await sendKeys({ press: 'Enter' });
    const heading = await eventually(() => byRole(widget, 'heading', /Rosa Delgado/));
    expectFocusOn(heading);
  });

  it('has a field that phones fill in', async () => {
    const { widget } = await openAtSecondStep();
    const field = byLabel(widget, 'Code');
    expect(field.getAttribute('autocomplete')).to.equal('one-time-code');
    expect(field.inputMode).to.equal('numeric');
  });

  it('opens no page, nor any record, before the code', async () => {
    const stage = await open();
    const places = placesOf(stage.widget);
    Object.assign(stage.widget, { nextHref: '/my-health' });
    await giveRosaAnApp(stage);
    await fillInAndSend(stage.widget, 'rosa.delgado');
    await eventually(() => byLabel(stage.widget, 'Code'));
    expect(places).to.deep.equal([]);
    expect(textOf(stage.widget)).not.to.contain('Rosa');
    await giveCode(stage.widget, codeNow(stage));
    await eventually(() => {
      expect(places).to.deep.equal(['/my-health']);
    });
  });

  it('tells the tries left after a wrong code (login.no-hints)', async () => {
    const { widget } = await openAtSecondStep();
    await giveCode(widget, '12345');
    const note = await eventually(() => byRole(widget, 'alert', /This code doesn’t work/));
    expectFocusOn(note);
    expect(textOf(note))
      .to.contain('You have 4 attempts left before')
      .and.contain('Call your office');
  });

  it('has words of its own for a mistyped recovery code: there is no next one to wait for', async () => {
    const { widget } = await openAtSecondStep();
    await giveCode(widget, '12345');
    await eventually(() => byRole(widget, 'alert', /Wait for the next one/));
    await askForRecoveryCode(widget);
    await giveCode(widget, '7KQ4M-XW2RD-9HTFC');
    const note = await eventually(() => byRole(widget, 'alert', /This code doesn’t work/));
    expect(textOf(note))
      .to.contain('Check it letter by letter.')
      .and.contain('You have 3 attempts left before')
      .and.not.contain('Wait');
  });

  it('takes a recovery code, with dashes or without', async () => {
    const { widget } = await openAtSecondStep();
    await askForRecoveryCode(widget);
    expectFocusOn(byLabel(widget, 'Recovery code'));
    await giveCode(widget, recoveryCode.toLowerCase().replaceAll('-', ''));
    await eventually(() => byRole(widget, 'heading', /Rosa Delgado/));
  });

  it('goes back to the password, and forgets that it was given', async () => {
    const { widget, backend } = await openAtSecondStep();
    byRole(widget, 'button', 'Start over').click();
    await eventually(() => byLabel(widget, 'Password'));
    expectFocusOn(byRole(widget, 'heading', /^Sign in to /));
    const begun = [...backend.db.tables.sessions.values()].flatMap((session) => session.begun);
    expect(begun.map(({ kind }) => kind)).not.to.include('second-step');
  });

  it('goes back to the password where the code comes too late, and says so', async () => {
    const { widget, timers } = await openAtSecondStep();
    timers.advance({ minutes: 10 });
    await giveCode(widget, codeNow({ timers }));
    const note = await eventually(() => byRole(widget, 'alert', /That took too long/));
    expectFocusOn(note);
    expect(byLabel(widget, 'Password').value).to.equal('');
  });
});

/** Rosa makes a passkey somewhere else. */
const makeRosasKey = async (backend: Backend): Promise<SoftwareKey> => {
  const client = new PortalClient({ baseUrl: '/api', fetch: createFetch(backend) });
  client.csrfToken = (await client.call(getSession, {})).csrfToken;
  const body = { username: 'rosa.delgado', password: demoPassword };
  client.csrfToken = (await client.call(signIn, { body })).csrfToken;
  const { challenge, user } = await client.call(startPasskey, {
    body: { currentPassword: demoPassword },
  });
  const key = await SoftwareKey.make();
  const { origin, hostname } = location;
  const credential = await key.create({ challenge, rpId: hostname, origin }, user.id);
  await client.call(addPasskey, { body: { name: 'My phone', credential } });
  return key;
};

describe('<portal-login>, passkeys', () => {
  const withKey = async (
    keyOf: (backend: Backend) => Promise<SoftwareKey | null>,
    test: (stage: Awaited<ReturnType<typeof open>>) => Promise<void>,
  ) => {
    const undoEarly = useKey(null); // so that browsers without passkeys show the button, too
    const stage = await open();
    const undo = useKey(await keyOf(stage.backend));
    try {
      byRole(stage.widget, 'button', 'Sign in with a passkey').click();
      await test(stage);
    } finally {
      undo();
      undoEarly();
    }
  };

  it('sign in without a username or a password', async () => {
    await withKey(makeRosasKey, async ({ widget }) => {
      const heading = await eventually(() => byRole(widget, 'heading', /Rosa Delgado/));
      expectFocusOn(heading);
    });
  });

  const stranger = async () => {
    const key = await SoftwareKey.make();
    key.userHandle = 'bm9ib2R5';
    return key;
  };

  it('that are unknown here are refused in words of their own (login.no-hints)', async () => {
    await withKey(stranger, async ({ widget }) => {
      const note = await eventually(() => byRole(widget, 'alert', /This passkey doesn’t work/));
      expectFocusOn(note);
      expect(textOf(note)).not.to.contain('password don’t match').and.not.contain('typed');
    });
  });

  it('open no locked account (login.lockout)', async () => {
    const lockedKey = async (backend: Backend) => {
      const key = await makeRosasKey(backend);
      await backend.db.transact(({ signInAttempts }) => {
        signInAttempts.put({ id: 'rosa.delgado', failures: 5, locked: true });
      });
      return key;
    };
    await withKey(lockedKey, async ({ widget }) => {
      await eventually(() => byRole(widget, 'alert', /This account is locked/));
    });
  });

  it('may be left alone: the password is still there', async () => {
    await withKey(
      () => Promise.resolve(null),
      async ({ widget }) => {
        const note = await eventually(() => byRole(widget, 'alert', /We didn’t get a passkey/));
        expectFocusOn(note);
        await fillInAndSend(widget, 'rosa.delgado');
        await eventually(() => byRole(widget, 'heading', /Rosa Delgado/));
      },
    );
  });

  const withList = async (
    keyOf: (backend: Backend) => Promise<SoftwareKey>,
    test: (stage: Awaited<ReturnType<typeof open>> & { readonly list: KeyList }) => Promise<void>,
  ) => {
    const list = new KeyList();
    const stage = await open();
    const undo = useKey(await keyOf(stage.backend), list);
    try {
      byLabel(stage.widget, 'ID').focus();
      await eventually(list.expectOffer);
      await test({ ...stage, list });
    } finally {
      undo();
    }
  };

  it('are offered in the list of the username field', async () => {
    await withList(makeRosasKey, async ({ widget, list }) => {
      list.pick();
      await eventually(() => byRole(widget, 'heading', /Rosa Delgado/));
    });
  });

  it('sign in from that list however long it has stood there', async () => {
    await withList(makeRosasKey, async ({ widget, list, timers }) => {
      timers.advance({ minutes: 11 });
      list.pick();
      await eventually(() => byRole(widget, 'heading', /Rosa Delgado/));
    });
  });

  it('are offered there again after one that does not work, when somebody comes back to it', async () => {
    await withList(stranger, async ({ widget, list }) => {
      list.pick();
      await eventually(() => byRole(widget, 'alert', /This passkey doesn’t work/));
      expect(list.expectOffer).to.throw();
      byLabel(widget, 'ID').focus();
      await eventually(list.expectOffer);
    });
  });

  for (const [way, signInAs] of [
    ['a passkey', (_: PortalLogin, list: KeyList) => Promise.resolve().then(list.pick)],
    ['the password', (widget: PortalLogin) => fillInAndSend(widget, 'rosa.delgado')],
  ] as const) {
    it(`are offered there again after signing in with ${way}, and out`, async () => {
      await withList(makeRosasKey, async ({ widget, list }) => {
        await signInAs(widget, list);
        (await eventually(() => byRole(widget, 'button', 'Sign out'))).click();
        (await eventually(() => byLabel(widget, 'ID'))).focus();
        await eventually(list.expectOffer);
        list.pick();
        await eventually(() => byRole(widget, 'heading', /Rosa Delgado/));
      });
    });
  }

  it('are offered by browsers that look for a field of theirs', async () => {
    const { widget } = await open();
    expect(widget.querySelector('input[autocomplete$="webauthn"]')).to.equal(byLabel(widget, 'ID'));
  });
});
