import { expect, html } from '@open-wc/testing';
import '../../../src/widgets/portal-login/define.js';
import '../../../src/widgets/portal-preferences/define.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byRole, textOf } from '../../../stories/fixtures/support/query.js';
import { press, sees } from '../../../stories/fixtures/steps/user.js';
import { consoleErrors } from '../../support/console-errors.js';
import { expectAccessible } from '../support/axe.js';
import { mount } from '../support/mount.js';

const unanswered = 'You’re not signed out yet.';

describe('a page whose sign-out has no answer', () => {
  it('says so, with what to do, until a captive portal’s page is no answer any more', async () => {
    const { session, widget, timers, backend, answerInstead } = await mount<HTMLElement>(
      html`<portal-login></portal-login>`,
      { signedInAs: 'rosa.delgado' },
    );
    const undo = answerInstead(
      'DELETE',
      '/session',
      () => new Response('<h1>Welcome to our Wi-Fi</h1>', { status: 200 }),
    );
    await consoleErrors(async () => {
      await press(widget, 'Sign out');
      await eventually(() => byRole(session, 'alert', new RegExp(unanswered)));
    });
    await sees(widget, 'close all browser windows'); // in sight, however long the page
    expect(textOf(widget)).not.to.contain('You’re signed out');
    expect(textOf(widget)).not.to.contain('Rosa');
    const open = () =>
      [...backend.db.tables.sessions.values()].filter(({ accountId }) => accountId !== null);
    expect(open()).to.have.length(1);
    await expectAccessible(session);
    undo();
    timers.advance({ seconds: 5 });
    await sees(widget, 'You’re signed out.');
    expect(open()).to.deep.equal([]);
    await session.updateComplete;
    expect(textOf(session)).not.to.contain(unanswered);
  });
});

describe('a page whose browser somebody else has signed in with', () => {
  it('says who is signed in now, as soon as anything is asked', async () => {
    const { session, widget, backend, signInElsewhere } = await mount<HTMLElement>(
      html`<portal-login></portal-login>`,
      { signedInAs: 'rosa.delgado' },
    );
    const preferences = document.createElement('portal-preferences');
    await sees(widget, 'You’re signed in');
    await signInElsewhere('henry.okafor');
    widget.after(preferences); // reads Rosa's settings
    await eventually(() => byRole(session, 'alert', /Henry Okafor is now signed in\./));
    await sees(preferences, /henry\.okafor@/);
    expect(textOf(preferences)).not.to.contain('rosa.delgado@');
    expect(backend.db.tables.drafts.size).to.equal(0);
    await expectAccessible(session);
  });
});
