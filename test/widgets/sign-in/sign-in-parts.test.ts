import '@simplewebauthn/server'; // the backend fetches it with the first passkey: many files here
import { expect, html } from '@open-wc/testing';
import { LitElement, nothing } from 'lit';
import type { Backend } from '../../../mocks/backend.js';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import { SessionController } from '../../../src/session/session-controller.js';
import { adoptStyles } from '../../../src/ui/styles/adopt-styles.js';
import { lightStyles } from '../../../src/ui/styles/base-styles.js';
import { formStyles } from '../../../src/ui/form/form.js';
import { SignInParts } from '../../../src/widgets/portal-preferences/sign-in-parts.js';
import {
  codeNow,
  giveRosaAnApp,
  giveRosaPasskeys,
} from '../../../stories/fixtures/steps/second-step.js';
import { fillIn, press } from '../../../stories/fixtures/steps/user.js';
import { SoftwareKey } from '../../support/software-key.js';
import { busyButton } from '../support/busy.js';
import { expectAccessible } from '../support/axe.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { mount } from '../support/mount.js';
import { useKey } from '../support/passkeys.js';
import {
  allByRole,
  byLabel,
  byRole,
  expectFocusOn,
  textOf,
} from '../../../stories/fixtures/support/query.js';

/** Stands for `<portal-preferences>`, with nothing else in it. */
class PartsHost extends LitElement {
  readonly #session: SessionController = new SessionController(this);
  readonly parts: SignInParts = new SignInParts({
    element: this,
    session: this.#session,
    id: 'sign-in',
    recoveryHref: () => 'recovery.html',
  });

  override connectedCallback(): void {
    super.connectedCallback();
    adoptStyles(this, lightStyles(this.localName, formStyles));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    const { context, state } = this.#session;
    return context && state.status === 'signed-in'
      ? this.parts.render({ context, headingLevel: 3 })
      : nothing;
  }
}
customElements.define('parts-host', PartsHost);

const open = async (prepare?: (backend: Backend) => void) => {
  const stage = await mount<PartsHost>(html`<parts-host></parts-host>`, {
    signedInAs: 'rosa.delgado',
    ...(prepare && { prepare }),
  });
  await eventually(() => byRole(stage.widget, 'heading', 'Authenticator app'));
  await eventually(() => {
    expect(textOf(stage.widget)).not.to.contain('Loading');
  });
  return stage;
};

/** Rosa has an app already. */
const openWithApp = async () => {
  const stage = await open();
  await giveRosaAnApp(stage);
  // As after a reload.
  const again = await openAgain(stage);
  return { ...stage, widget: again };
};

const openAgain = async ({ widget, session }: Awaited<ReturnType<typeof open>>) => {
  const fresh = new PartsHost();
  widget.remove();
  session.append(fresh);
  await eventually(() => {
    expect(textOf(fresh)).to.contain('This is on.');
  });
  return fresh;
};

const givePassword = async (widget: HTMLElement, submit: string, typed = demoPassword) => {
  fillIn(await eventually(() => byLabel(widget, 'Current password')), typed);
  await press(widget, submit);
};

/** Presses the button of the app's part. */
const setUp = async (widget: HTMLElement) => {
  await press(widget, 'Set up an authenticator app');
  await givePassword(widget, 'Continue');
  await eventually(() => byRole(widget, 'heading', 'Connect your app'));
  return (widget.querySelector('.pw-secret')?.textContent ?? '').replace(/\s/g, '');
};

const codesOn = (widget: HTMLElement) =>
  [...widget.querySelectorAll('.pw-codes li')].map(({ textContent }) => textContent.trim());

describe('the authenticator app in the preferences', () => {
  it('is set up with the password and a first code, and recovery codes are shown once', async () => {
    const { widget, timers } = await open();
    const secret = await setUp(widget);
    expectFocusOn(byRole(widget, 'heading', 'Connect your app'));
    expect(secret).to.match(/^[A-Z2-7]{32}$/);
    expect(widget.querySelector('svg')?.getAttribute('aria-label')).to.contain('QR code');
    fillIn(byLabel(widget, 'Code from your app'), codeNow({ timers }, secret));
    await press(widget, 'Turn on two-step sign-in');

    await eventually(() => byRole(widget, 'heading', 'Your recovery codes'));
    expect(codesOn(widget)).to.have.length(10);
    expect(widget.parts.isChanged).to.equal(true);
    const [first = ''] = codesOn(widget);
    await press(widget, 'I saved my codes');
    await eventually(() => {
      expect(textOf(widget)).to.contain('Two-step sign-in is on.').and.contain('My phone');
    });
    expect(widget.innerHTML).not.to.contain(first).and.not.contain(secret);
    expect(widget.parts.isChanged).to.equal(false);
  });

  it('names a wrong code, and keeps the secret for another try', async () => {
    const { widget, timers } = await open();
    const secret = await setUp(widget);
    fillIn(byLabel(widget, 'Code from your app'), '000');
    await press(widget, 'Turn on two-step sign-in');
    const summary = await eventually(() => byRole(widget, 'alert'));
    expectFocusOn(summary);
    byRole(summary, 'link', /^Code from your app/).click();
    expectFocusOn(byLabel(widget, 'Code from your app'));
    fillIn(byLabel(widget, 'Code from your app'), codeNow({ timers }, secret));
    await press(widget, 'Turn on two-step sign-in');
    await eventually(() => byRole(widget, 'heading', 'Your recovery codes'));
  });

  it('starts again where it took too long', async () => {
    const { widget, timers } = await open();
    const secret = await setUp(widget);
    timers.clock.advance({ minutes: 10 });
    fillIn(byLabel(widget, 'Code from your app'), codeNow({ timers }, secret));
    await press(widget, 'Turn on two-step sign-in');
    await eventually(() => {
      expect(textOf(widget)).to.contain('That took too long. Please start again.');
    });
    await eventually(() => byRole(widget, 'button', 'Set up an authenticator app'));
  });

  it('is turned off by who gives the current password (password.change)', async () => {
    const { widget, backend } = await openWithApp();
    await press(widget, 'Turn off two-step sign-in');
    await givePassword(widget, 'Turn off two-step sign-in', 'wrong');
    await eventually(() => byRole(widget, 'alert', /Current password: This doesn’t match/));
    expect(textOf(widget)).to.contain('You have 4 attempts left before');
    expect(backend.db.tables.authenticatorApps.size).to.equal(1);
    await givePassword(widget, 'Turn off two-step sign-in');
    await eventually(() => {
      expect(textOf(widget)).to.contain('Two-step sign-in is off.').and.contain('This is off.');
    });
    expect(backend.db.tables.authenticatorApps.size).to.equal(0);
  });

  it('has new recovery codes made', async () => {
    const { widget } = await openWithApp();
    expect(textOf(widget)).to.contain('Make new ones soon.');
    await press(widget, 'Make new recovery codes');
    await givePassword(widget, 'Make new codes');
    await eventually(() => {
      expect(codesOn(widget)).to.have.length(10);
    });
    await expectAccessible(widget);
  });

  it('says whether the codes were copied', async () => {
    const { widget } = await openWithApp();
    await press(widget, 'Make new recovery codes');
    await givePassword(widget, 'Make new codes');
    let copied = '';
    const copy = async (writeText: (text: string) => Promise<void>) => {
      const clipboard = { configurable: true, value: { writeText } };
      Object.defineProperty(navigator, 'clipboard', clipboard);
      await press(widget, 'Copy codes');
      Reflect.deleteProperty(navigator, 'clipboard');
    };
    await copy(() => Promise.reject(new DOMException('', 'NotAllowedError')));
    await eventually(() => byRole(widget, 'status', /couldn’t copy/));
    await copy((text) => {
      copied = text;
      return Promise.resolve();
    });
    await eventually(() => byRole(widget, 'status', /^Copied/));
    expect(copied.split('\n')).to.deep.equal(codesOn(widget));
  });

  it('changes nothing where its user thinks better of it', async () => {
    const { widget, backend } = await openWithApp();
    await press(widget, 'Turn off two-step sign-in');
    await press(widget, 'Cancel');
    expectFocusOn(await eventually(() => byRole(widget, 'heading', 'Authenticator app')));
    expect(backend.db.tables.authenticatorApps.size).to.equal(1);
  });

  it('is not called off once it is under way', async () => {
    const { widget, holdAnswer } = await openWithApp();
    const answer = holdAnswer('/second-step/recovery-codes');
    await press(widget, 'Make new recovery codes');
    await givePassword(widget, 'Make new codes');
    await answer.held;
    const cancel = byRole(widget, 'button', 'Cancel');
    expect(cancel.getAttribute('aria-disabled')).to.equal('true');
    cancel.click();
    await widget.updateComplete;
    await busyButton(widget, 'Make new codes');
    answer.release();
    await eventually(() => byRole(widget, 'heading', 'Your recovery codes'));
  });

  it('shows nothing of one person to another', async () => {
    const { widget, session, signInElsewhere } = await openWithApp();
    await press(widget, 'Make new recovery codes');
    await givePassword(widget, 'Make new codes');
    await eventually(() => {
      expect(codesOn(widget)).to.have.length(10);
    });
    await signInElsewhere('henry.okafor');
    await session.context?.store.dispatch({ type: 'refresh' });
    await eventually(() => {
      expect(textOf(widget)).to.contain('This is off.');
    });
    expect(codesOn(widget)).to.deep.equal([]);
  });

  it('shows no codes to who is signed in when they come, if somebody else has asked', async () => {
    const stage = await openWithApp();
    const { widget, session } = stage;
    const answer = stage.holdAnswer('/second-step/recovery-codes');
    await press(widget, 'Make new recovery codes');
    await givePassword(widget, 'Make new codes');
    await answer.held;
    await session.signOut();
    await session.context?.store.dispatch({
      type: 'sign-in',
      username: 'henry.okafor',
      password: demoPassword,
    });
    await eventually(() => byRole(widget, 'button', 'Set up an authenticator app'));
    answer.release();
    await setUp(widget); // by then whatever comes of the answer has come
    expect(codesOn(widget)).to.deep.equal([]);
    expect(widget.parts.isChanged).to.equal(true);
  });

  it('has a way on where the backend fails', async () => {
    const stage = await mount<PartsHost>(html`<parts-host></parts-host>`, {
      signedInAs: 'rosa.delgado',
      prepare: ({ faults }) => {
        faults.set('getSecondStep', { outcome: 'internal' });
      },
    });
    const retry = await eventually(() => byRole(stage.widget, 'button', 'Try again'));
    stage.backend.faults.clear();
    retry.click();
    await eventually(() => byRole(stage.widget, 'button', 'Set up an authenticator app'));
  });
});

describe('passkeys in the preferences', () => {
  const withKey = async (
    key: SoftwareKey | null,
    test: (stage: Awaited<ReturnType<typeof open>>) => Promise<void>,
  ) => {
    const undo = useKey(key);
    try {
      await test(await open());
    } finally {
      undo();
    }
  };

  const add = async (widget: HTMLElement) => {
    await press(widget, 'Add a passkey');
    fillIn(await eventually(() => byLabel(widget, 'Name')), 'My laptop');
    await givePassword(widget, 'Add this passkey');
  };

  it('are added with a name and the current password, renamed and removed', async () => {
    await withKey(await SoftwareKey.make(), async ({ widget, backend }) => {
      expect(textOf(widget)).to.contain('You don’t have a passkey yet.');
      await add(widget);
      await eventually(() => {
        expect(textOf(widget)).to.contain('Passkey added. You can use it to sign in.');
      });
      await press(widget, 'Rename My laptop');
      fillIn(await eventually(() => byLabel(widget, 'Name')), 'Old laptop');
      await press(widget, 'Save this name');
      await press(widget, 'Remove Old laptop');
      await givePassword(widget, 'Remove this passkey');
      await eventually(() => {
        expect(textOf(widget)).to.contain('Passkey removed.').and.contain('have a passkey yet');
      });
      expect(backend.db.tables.passkeys.size).to.equal(0);
    });
  });

  it('are not made where their owner says no', async () => {
    await withKey(null, async ({ widget, backend }) => {
      await add(widget);
      const note = await eventually(() => byRole(widget, 'alert', /We couldn’t create a passkey/));
      expectFocusOn(note);
      expect(backend.db.tables.passkeys.size).to.equal(0);
    });
  });

  it('are listed with when they were added and last used', async () => {
    const stage = await open();
    await giveRosaPasskeys(stage, 'My phone', 'My laptop');
    const fresh = new PartsHost();
    stage.widget.remove();
    stage.session.append(fresh);
    await eventually(() => {
      expect(allByRole(fresh, 'button', /^Rename /)).to.have.length(2);
    });
    expect(textOf(fresh)).to.contain('Added May 2, 2026, last used May 4, 2026');
    expect(textOf(fresh)).to.contain('Added May 3, 2026, not used yet');
    await expectAccessible(fresh);
  });
});
