import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { theosCode } from '../../../mocks/people/theo/theo.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { chooseCredentials } from '../../../stories/fixtures/steps/newcomer.js';
import { fillIn, sees } from '../../../stories/fixtures/steps/user.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { allByRole, byLabel, byRole, textOf } from '../../../stories/fixtures/support/query.js';
import { open, welcome } from '../support/portal-signup.js';

describe('<portal-signup>', () => {
  it('counts for the eye what is missing of the password, and says once that it is enough', async () => {
    const { widget, prove } = await open();
    await prove();
    await eventually(() => byRole(widget, 'button', 'Create my account'));
    const password = byLabel(widget, 'Password');
    const hint = document.getElementById(`${password.id}-hint`);
    if (!hint) throw new Error('The password has no hint.');
    const [status] = allByRole(password.closest('.pw-new-password') ?? widget, 'status').slice(-1);
    if (!status) throw new Error('Nothing says how far the password has come.');
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
        /(\d+ more|Long \w+)/.exec(password.closest('.pw-new-password')?.textContent ?? '')?.[0] ??
          '',
      );
    }
    listener.disconnect();
    expect(counts).to.deep.equal([
      ...[11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((left) => `${left} more`),
      ...Array<string>(4).fill('Long enough'),
    ]);
    expect(heard).to.deep.equal(['Long enough']);
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
    await sees(widget, 'Long enough');
    expect(textOf(widget)).not.to.contain('Many people');
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
    await eventually(() => byRole(widget, 'alert', /Enter your email address/));
  });

  it('asks for the address twice only where the policy does (email.entered-twice)', async () => {
    const { widget, prove } = await open({ policy: lakeside });
    await prove();
    await eventually(() => byRole(widget, 'button', 'Create my account'));
    expect(() => byLabel(widget, 'Confirm email address')).to.throw();
  });

  it('asks for a security question where the policy does (signup.security-question)', async () => {
    const { widget, prove } = await open({ policy: mycooper });
    await prove();
    await chooseCredentials(widget, { answer: 'boat' });
    await eventually(() => byRole(widget, 'alert', /Answer to your question: Your question gives/));
  });

  it('takes the code neither as username nor as password (activation.not-a-username)', async () => {
    const { widget, prove } = await open();
    await prove();
    await chooseCredentials(widget, { username: theosCode });
    await eventually(() => byRole(widget, 'alert', /Username: Don’t use your code/));
    await chooseCredentials(widget, { password: theosCode });
    await eventually(() => byRole(widget, 'alert', /Password: Don’t use your code/));
  });
});
