import { expect } from 'chai';
import { sessionAnswer, type SessionAnswer } from '../../src/contract/account/session.js';
import { Browser } from './support/browser.js';
import { openSingleSignOn, type SingleSignOn } from './support/single-sign-on.js';

describe('signing in by an identity provider, through the example’s gateway', () => {
  let opened: SingleSignOn;
  let issuer: string;
  let origin: string;
  let now: number;

  before(async () => {
    now = Date.now();
    opened = await openSingleSignOn({
      findPatient: (sub) =>
        Promise.resolve(sub === 'rosa' ? { id: 'p-1', displayName: 'Rosa Delgado' } : undefined),
      now: () => now,
    });
    ({ issuer, origin } = opened);
  });

  after(() => {
    opened.close();
  });

  const sessionOf = async (browser: Browser): Promise<SessionAnswer> =>
    sessionAnswer.parse(await (await browser.send(`${origin}/api/session`)).json());

  const signIn = async (browser: Browser, login = 'rosa') => {
    const form = await browser.follow(`${origin}/sso?return_to=/my-health`);
    const consent = await browser.submit(form, { login, password: 'any' });
    return browser.submit(consent, {});
  };

  const signOut = async (browser: Browser) => {
    const { csrfToken } = await sessionOf(browser);
    const headers = { 'X-CSRF-Token': csrfToken };
    return browser.send(`${origin}/api/session`, { method: 'DELETE', headers });
  };

  it('begins a session that the contract knows, and comes back to the page', async () => {
    const browser = new Browser();
    expect(await sessionOf(browser)).to.include({ status: 'signed-out' });
    const { url } = await signIn(browser);
    expect(url).to.equal(`${origin}/my-health`);
    expect(await sessionOf(browser)).to.deep.include({
      status: 'signed-in',
      account: { id: 'p-1', displayName: 'Rosa Delgado' },
    });
  });

  it('keeps codes and tokens from scripts and from other sites', async () => {
    const browser = new Browser();
    await signIn(browser);
    const [cookie] = browser.setCookies.filter((line) => /^portal=./.test(line));
    expect(cookie).to.contain('; HttpOnly').and.contain('; SameSite=Lax');
    const challenge = browser.went.map((each) => new URL(each).searchParams);
    expect(challenge.some((query) => query.get('code_challenge_method') === 'S256')).to.equal(true);
    expect(browser.went.join(' ')).not.to.contain('id_token');
  });

  it('ends at the provider’s end-session address, after the backend has ended the session', async () => {
    const browser = new Browser();
    await signIn(browser);
    expect(await signOut(browser)).to.have.property('status', 204);
    expect(await sessionOf(browser)).to.include({ status: 'signed-out' });
    const { url, text } = await browser.follow(`${origin}/sso/sign-out`);
    expect(url).to.match(new RegExp(`^${issuer}/session/end\\?`));
    const { searchParams } = new URL(url);
    expect(searchParams.get('post_logout_redirect_uri')).to.equal(`${origin}/`);
    expect((await browser.submit({ url, text }, { logout: 'yes' })).url).to.equal(`${origin}/`);
    // Whoever sits down next is asked who they are.
    expect((await browser.follow(`${origin}/sso`)).text).to.contain('name="login"');
  });

  it('takes no code that another browser has asked for', async () => {
    const mine = new Browser();
    const form = await mine.follow(`${origin}/sso`);
    const consent = await mine.submit(form, { login: 'rosa', password: 'any' });
    await mine.submit(consent, {});
    const callback = mine.went.find((each) => each.includes('/sso/callback')) ?? '';
    const other = new Browser();
    expect(await other.send(callback)).to.have.property('status', 400);
    expect(await sessionOf(other)).to.include({ status: 'signed-out' });
  });

  it('lets nobody in whom the hospital does not know, and sends nobody to another site', async () => {
    const stranger = new Browser();
    await signIn(stranger, 'somebody');
    expect(await sessionOf(stranger)).to.include({ status: 'signed-out' });
    const browser = new Browser();
    const form = await browser.follow(`${origin}/sso?return_to=//evil.example`);
    const consent = await browser.submit(form, { login: 'rosa', password: 'any' });
    expect((await browser.submit(consent, {})).url).to.equal(`${origin}/`);
  });

  it('ends an idle session, and takes no request from another site', async () => {
    const browser = new Browser();
    await signIn(browser);
    const forged = await browser.send(`${origin}/api/session`, { method: 'DELETE' });
    expect(forged.status).to.equal(403);
    await browser.follow(`${origin}/sso/sign-out`);
    expect(await sessionOf(browser), 'a link that leads there').to.include({ status: 'signed-in' });
    now += 15 * 60_000;
    expect(await sessionOf(browser)).to.include({ status: 'signed-out' });
    now -= 15 * 60_000;
  });
});
