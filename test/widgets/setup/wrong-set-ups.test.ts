import { expect, fixture, html } from '@open-wc/testing';
import { createBackend } from '../../../mocks/backend.js';
import { createFetch } from '../../../mocks/fetch.js';
import { registerTranslation, texts } from '../../../src/locales/registered-texts.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import '../../../src/widgets/portal-faq/define.js';
import '../../../src/widgets/portal-help/define.js';
import '../../../src/widgets/portal-login/define.js';
import '../../../src/widgets/portal-recovery/define.js';
import '../../../src/widgets/portal-session/define.js';
import type { PortalSession } from '../../../src/widgets/portal-session/portal-session.js';
import '../../../src/widgets/portal-signup/define.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byRole, isThere, textOf } from '../../../stories/fixtures/support/query.js';
import { consoleLines } from '../../support/console-errors.js';
import {
  forgetWritten,
  setUpWrong,
  withoutPatience,
  type WrongSetUp,
} from './support/wrong-set-up.js';

const form = html`<portal-login></portal-login>`;

/** A session whose backend and policy file answer so, with a sign-in form. */
const answering = (answer: () => Response, baseUrl = '/api', policy: string | object = mycooper) =>
  html`<portal-session
    base-url=${baseUrl}
    locale="en"
    .policy=${policy}
    .fetch=${() => Promise.resolve(answer())}
    >${form}</portal-session
  >`;

/** A session that works, in a language. */
const working = (locale: string) =>
  html`<portal-session
    base-url="/api"
    locale=${locale}
    .policy=${mycooper}
    .fetch=${async (...request: Parameters<typeof fetch>) =>
      createFetch(await createBackend({ policy: mycooper, people: [] }))(...request)}
    >${form}</portal-session
  >`;

const page = () =>
  new Response('<!doctype html><h1>Welcome</h1>', { headers: { 'Content-Type': 'text/html' } });
const missing = () => new Response('Not found', { status: 404 });

const unknown = 'We can’t show this here. Please call us.';
const known = /We can’t show this here\. Please call us: [\d-]+/;

const rows: Readonly<Record<string, WrongSetUp>> = {
  'no <portal-session>': {
    page: html`<div>${form}</div>`,
    problem: 'no-session',
    says: ['<portal-login>', '<portal-session base-url='],
    sees: unknown,
  },
  'no <portal-session>, for what needs no backend': {
    page: html`<div><portal-help></portal-help></div>`,
    problem: 'no-session',
    says: ['<portal-help>', '<portal-session base-url='],
    sees: unknown,
  },
  'no base-url': {
    page: html`<portal-session policy="mycooper" locale="en">${form}</portal-session>`,
    problem: 'base-url-missing',
    says: ['<portal-session>', 'base-url="https://'],
    sees: known,
  },
  'a base-url that is none': {
    page: answering(missing, 'https://'),
    problem: 'base-url-invalid',
    says: ['<portal-session>', 'base-url "https://" is not a web address'],
    sees: known,
  },
  'a base-url over plain http': {
    page: answering(missing, 'http://portal.example.org'),
    problem: 'not-encrypted',
    says: ['<portal-session>', 'base-url "http://portal.example.org" is not encrypted: use https'],
    sees: known,
  },
  'a base-url where there is nothing': {
    page: answering(missing),
    problem: 'wrong-backend',
    says: ['<portal-session>', `base-url "/api"`],
    sees: known,
  },
  'a base-url where there is a page': {
    page: answering(page),
    problem: 'wrong-backend',
    says: ['<portal-session>', `base-url "/api"`, 'getSession'],
    sees: known,
  },
  'a base-url of another service': {
    page: answering(() => Response.json({ user: null })),
    problem: 'wrong-backend',
    says: ['<portal-session>', `base-url "/api"`, 'status: expected'],
    sees: known,
  },
  'no policy': {
    page: answering(page, '/api', ''),
    problem: 'policy-missing',
    says: ['<portal-session>', 'has no policy', 'mychart, mycooper'],
    sees: unknown,
  },
  'a policy of a misspelled name': {
    page: answering(missing, '/api', 'mychrat'),
    problem: 'policy-not-found',
    says: ['<portal-session>', 'The policy "mychrat" was answered with 404', 'mychart, mycooper'],
    sees: unknown,
  },
  'a page where the policy should be': {
    page: answering(page, '/api', '/policy.json'),
    problem: 'policy-not-found',
    says: ['<portal-session>', 'The policy "/policy.json" is not JSON'],
    sees: unknown,
  },
  'a policy with a mistake': {
    page: answering(() => Response.json({ ...mycooper, fee: 12 }), '/api', '/policy.json'),
    problem: 'policy-invalid',
    says: ['<portal-session>', 'cannot be used', 'fee: expected nothing of this name'],
    sees: unknown,
  },
  'a locale that nobody has registered': {
    page: working('fr-CA'),
    problem: 'locale-unknown',
    says: ['<portal-session>', '"fr-CA"', 'registerTranslation'],
  },
  'a locale that is no language tag': {
    page: working('es_MX'),
    problem: 'locale-unknown',
    says: ['<portal-session>', '"es_MX"'],
  },
  'a policy with a mistake, for what needs no backend': {
    page: html`<div><portal-help .policy=${{ ...mycooper, fee: 12 }}></portal-help></div>`,
    problem: 'policy-invalid',
    says: ['<portal-help>', 'cannot be used', 'fee: expected nothing of this name'],
    sees: unknown,
  },
};

describe('a page that is set up wrong: the author is told once, the patient whom to call', () => {
  let restore: () => void;

  beforeEach(() => {
    forgetWritten();
    restore = withoutPatience();
  });

  afterEach(() => {
    restore();
  });

  for (const [name, row] of Object.entries(rows)) {
    it(name, async () => {
      const place = await setUpWrong(row);
      const hasForm = place.querySelector('form') !== null;
      expect(hasForm, 'a form that takes a password').to.equal(row.sees === undefined);
    });
  }

  it('has no form of any kind', async () => {
    await setUpWrong({
      page: html`<div>
        <portal-login></portal-login>
        <portal-signup></portal-signup>
        <portal-recovery></portal-recovery>
      </div>`,
      problem: 'no-session',
      says: ['<portal-'],
      sees: RegExp(`${unknown} ${unknown} ${unknown}`),
    }).then((place) => {
      expect(place.querySelectorAll('input, form')).to.have.length(0);
    });
  });

  it('works as soon as a session comes', async () => {
    const place = await setUpWrong({
      page: html`<div>${form}</div>`,
      problem: 'no-session',
      says: ['<portal-login>'],
      sees: unknown,
    });
    const session = document.createElement('portal-session');
    const ask = createFetch(await createBackend({ policy: mycooper, people: [] }));
    Object.assign(session, { baseUrl: '/api', policy: 'mycooper', locale: 'en', fetch: ask });
    const lines = await consoleLines(async () => {
      place.append(session);
      await eventually(() => byRole(place, 'heading', 'Sign in to myCooper'));
    });
    expect(lines).to.deep.equal([]);
    expect(textOf(place)).not.to.contain('We can’t show');
  });

  it('works as soon as the backend answers as it should', async () => {
    const ask = createFetch(await createBackend({ policy: mycooper, people: [] }));
    let answer: typeof fetch = () => Promise.resolve(missing());
    const place = await setUpWrong({
      page: html`<portal-session
        base-url="/api"
        locale="en"
        .policy=${mycooper}
        .fetch=${(...request: Parameters<typeof fetch>) => answer(...request)}
        >${form}</portal-session
      >`,
      problem: 'wrong-backend',
      says: ['<portal-session>'],
      sees: known,
    });
    answer = ask;
    byRole(place, 'button', 'Try again').click();
    await eventually(() => byRole(place, 'heading', 'Sign in to myCooper'));
    expect(isThere(place, 'alert')).to.equal(false);
  });

  it('is no page whose policy comes late, or whose elements have one of their own', async () => {
    let answer: (response: Response) => void = () => undefined;
    const ask = createFetch(await createBackend({ policy: mycooper, people: [] }));
    const lines = await consoleLines(async () => {
      const place = await fixture<PortalSession>(html`
        <portal-session
          base-url="/api"
          locale="en"
          policy="/policy.json"
          .fetch=${(...request: Parameters<typeof fetch>) =>
            new Request(...request).url.endsWith('.json')
              ? new Promise<Response>((resolve) => (answer = resolve))
              : ask(...request)}
          >${form}<portal-faq policy="mycooper"></portal-faq
        ></portal-session>
      `);
      await eventually(() => {
        expect(textOf(place)).to.contain('What is myCooper?');
      });
      byRole(place, 'heading', 'Sign in');
      answer(Response.json(mycooper));
      await eventually(() => byRole(place, 'heading', 'Sign in to myCooper'));
    });
    expect(lines).to.deep.equal([]);
  });

  it('is no page in another language, nor one with a region or a language of its own', async () => {
    registerTranslation('tlh', { Username: 'pong' });
    try {
      for (const [lang, locale] of [
        ['fr', ''],
        ['en', 'EN-us'],
        ['en', 'es-MX'],
        ['en', 'tlh'],
      ] as const) {
        document.documentElement.lang = lang;
        const lines = await consoleLines(async () => {
          const session = await fixture<PortalSession>(working(locale));
          await session.ready;
          session.remove();
        });
        expect(lines, locale).to.deep.equal([]);
      }
    } finally {
      document.documentElement.lang = 'en';
      texts().registered.delete('tlh');
    }
  });

  it('says so in Spanish on a page in Spanish', async () => {
    document.documentElement.lang = 'es';
    try {
      await setUpWrong({
        page: html`<div>${form}</div>`,
        problem: 'no-session',
        says: ['<portal-login>'],
        sees: 'No podemos mostrar esto aquí. Llámenos, por favor.',
      });
    } finally {
      document.documentElement.lang = 'en';
    }
  });
});
