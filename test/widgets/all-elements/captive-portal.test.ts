import { expect, html } from '@open-wc/testing';
import { mina } from '../../../mocks/people/mina/mina.js';
import { rosa } from '../../../mocks/people/rosa/rosa.js';
import { mychart } from '../../../src/policy/mychart.js';
import '../../../src/widgets/family-access/define.js';
import '../../../src/widgets/portal-preferences/define.js';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import { chooseCredentials, chosen } from '../../../stories/fixtures/steps/newcomer.js';
import { giveAccess } from '../../../stories/fixtures/steps/relatives.js';
import { giveRosaAnApp } from '../../../stories/fixtures/steps/second-step.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { ManualTimers } from '../../../stories/fixtures/support/manual-timers.js';
import { byLabel, textOf } from '../../../stories/fixtures/support/query.js';
import { fillIn, press, sees } from '../../../stories/fixtures/steps/user.js';
import { consoleErrors } from '../../support/console-errors.js';
import { mount } from '../support/mount.js';
import { open as openSignup, welcome } from '../support/portal-signup.js';

/** What a captive portal answers to whatever is asked: a success, with a page of its own. */
const captivePortal = () =>
  new Response('<!doctype html><h1>Welcome to our Wi-Fi</h1>', {
    headers: { 'Content-Type': 'text/html' },
  });

const failed = 'Something went wrong on our side.';

describe('a captive portal’s page in place of an answer', () => {
  it('creates no account: what was typed is still there, and can be sent again', async () => {
    const { widget, accounts, prove, answerInstead } = await openSignup();
    await prove();
    const undo = answerInstead('POST', '/accounts', captivePortal);
    await consoleErrors(async () => {
      await chooseCredentials(widget);
      await sees(widget, failed);
    });
    expect(textOf(widget)).not.to.contain('ready');
    expect(byLabel(widget, 'Password').value).to.equal(chosen.password);
    expect(accounts()).to.have.length(0);
    undo();
    await press(widget, 'Create my account');
    await welcome(widget);
    expect(accounts()).to.have.length(1);
  });

  it('takes no access back, and does not say so', async () => {
    const now = new ManualTimers().now();
    const { widget, answerInstead } = await mount<HTMLElement>(
      html`<family-access></family-access>`,
      {
        policy: mychart,
        people: [rosa(now), mina(now)],
        signedInAs: 'rosa.delgado',
        prepare: (backend) => void giveAccess(backend, 'rosa', 'mina'),
      },
    );
    const undo = answerInstead('DELETE', '/mina-for-rosa', captivePortal);
    await press(widget, 'Remove access: Mina Park');
    await consoleErrors(async () => {
      await press(widget, 'Remove access');
      await sees(widget, failed);
    });
    expect(textOf(widget)).not.to.contain('no longer open this record');
    undo();
    await press(widget, 'Remove access');
    await sees(widget, 'Mina Park can no longer open this record.');
  });

  it('does not turn the second step off, and does not say so', async () => {
    const { widget, backend, timers, answerInstead } = await mount<HTMLElement>(html`<div></div>`, {
      signedInAs: 'rosa.delgado',
    });
    await giveRosaAnApp({ backend, timers });
    const preferences = document.createElement('portal-preferences');
    widget.append(preferences);
    await press(preferences, 'Set up or change');
    answerInstead('POST', '/second-step/app/removal', captivePortal);
    await press(preferences, 'Turn off two-step sign-in');
    fillIn(await eventually(() => byLabel(preferences, 'Current password')), demoPassword);
    await consoleErrors(async () => {
      await press(preferences, 'Turn off two-step sign-in');
      await sees(preferences, failed);
    });
    expect(textOf(preferences)).not.to.contain('Two-step sign-in is off.');
    expect(backend.db.tables.authenticatorApps.size).to.equal(1);
  });
});
