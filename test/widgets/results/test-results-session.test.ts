import { expect, html } from '@open-wc/testing';
import { rosa } from '../../../mocks/people/rosa/rosa.js';
import type { Subject } from '../../../src/contract/account/session.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { RecordOpener } from '../../../src/session/open-record.js';
import { TestResults } from '../../../src/widgets/test-results/test-results.js';
import { fillIn } from '../../../stories/fixtures/steps/user.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { onPaper } from '../support/on-paper.js';
import { mount } from '../support/mount.js';
import {
  allByRole,
  byLabel,
  byRole,
  isThere,
  nameOf,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import { press, reads } from '../support/reads.js';
import {
  mountResults,
  namesIn,
  openResult,
  searchesOf,
  type ResultsStage,
} from '../support/results.js';

/** Everything that the widget's page holds, shown or not, and what is typed into it. */
const everythingIn = ({ shadowRoot }: TestResults): string => {
  const fields = [...(shadowRoot?.querySelectorAll('input') ?? [])].map(({ value }) => value);
  return `${shadowRoot?.innerHTML ?? ''} ${fields.join(' ')}`;
};

/** Has searched, and has a result open. */
const mountBusy = async (): Promise<ResultsStage> => {
  const stage = await mountResults();
  const { widget } = stage;
  await reads(widget, 'Showing 20 of 35');
  press(widget, 'Filters');
  fillIn(await eventually(() => byLabel(widget, 'Test name')), 'cholesterol');
  press(widget, 'Search');
  await eventually(() => expect(textOf(widget)).not.to.contain('of 35'));
  await openResult(widget, 'Cholesterol panel (lipids)');
  await reads(widget, 'LDL');
  return stage;
};

const expectEmptied = (widget: TestResults) => {
  const everything = everythingIn(widget);
  for (const trace of ['Cholesterol', 'cholesterol', 'LDL', 'mg/dL', 'Rosa', 'Showing']) {
    expect(everything).not.to.contain(trace);
  }
};

/** As if the open record were somebody else's, for whom the account acts. */
const actFor = ({ session, widget }: ResultsStage, subject: Subject): void => {
  const store = session.context?.store;
  const state = store?.getState();
  if (!store || state?.status !== 'signed-in') throw new Error('Nobody is signed in.');
  const other = { ...state, subject };
  store.getState = () => other;
  if (subject.id !== state.subject.id) {
    const opener = new RecordOpener(session.context.client);
    opener.follow(other);
    Object.defineProperty(store, 'record', { value: opener.open });
  }
  widget.requestUpdate();
};

describe('<test-results>: the session', () => {
  it('is waited for, and asked for again when it cannot be told', async () => {
    const { widget, backend } = await mountResults({
      signedInAs: 'rosa.delgado',
      prepare: ({ faults }) => faults.set('getSession', { outcome: 'internal' }),
    });
    await reads(widget, 'The portal is not working as it should.');
    backend.faults.clear();
    press(widget, 'Try again');
    await reads(widget, 'Showing 20 of');
  });

  it('is starting: says that it is loading', async () => {
    const { widget } = await mountResults({
      signedInAs: 'rosa.delgado',
      prepare: ({ faults }) => void faults.hold('getSession'),
    });
    const status = await eventually(() => byRole(widget, 'status'));
    expect(textOf(status)).to.equal('Loading…');
    expect(status.getAttribute('aria-busy')).to.equal('true');
    byRole(widget, 'heading', 'Test results');
  });

  it('is none: says so, and links to where one signs in', async () => {
    const { widget, session } = await mountResults({ signInHref: 'sign-in.html' });
    await reads(widget, 'Sign in to see your test results.');
    expect(byRole(widget, 'link', 'Sign in').getAttribute('href')).to.equal('sign-in.html');
    session.signInHref = null;
    await eventually(() => expect(isThere(widget, 'link')).to.equal(false));
    await reads(widget, 'Sign in to see your test results.');
  });

  it('leaves nothing of the record on the page when someone signs out', async () => {
    const { widget, session } = await mountBusy();
    void session.signOut();
    await widget.updateComplete;
    expectEmptied(widget);
    await reads(widget, 'Sign in to see your test results.');
  });

  it('leaves nothing when it was idle for too long, and says why', async () => {
    const { widget, session, timers } = await mountBusy();
    session.faqHref = 'faq.html';
    await reads(widget, 'Showing 20 of');
    timers.advance({ minutes: 15 });
    await eventually(() => {
      expectEmptied(widget);
    });
    await reads(widget, 'You were signed out. Nobody used this page for 15 minutes.');
    expect(byRole(widget, 'link', 'Why is this so?').getAttribute('href')).to.equal(
      'faq.html#faq-session-idle-logout',
    );
  });

  it('opens nothing of the record with Back or Forward once it is gone', async () => {
    const { widget, session, signInElsewhere } = await mountBusy();
    await session.signOut();
    await signInElsewhere('rosa.delgado');
    await session.context?.store.dispatch({ type: 'refresh' });
    await reads(widget, 'Showing 20 of 35');
    const moved = new Promise((resolve) => {
      addEventListener('popstate', resolve, { once: true });
    });
    history.back();
    await moved;
    history.forward();
    await eventually(() => expect(isThere(widget, 'button', 'Back to the list')).to.equal(false));
    await reads(widget, 'Showing 20 of 35');
  });

  it('leaves nothing when the widget is taken from the page', async () => {
    const { widget } = await mountBusy();
    widget.remove();
    await widget.updateComplete;
    expectEmptied(widget);
  });

  it('begins anew for whoever signs in next', async () => {
    const stage = await mountBusy();
    const { widget, session, signInElsewhere } = stage;
    await session.signOut();
    await signInElsewhere('rosa.delgado');
    await session.context?.store.dispatch({ type: 'refresh' });
    await reads(widget, 'Showing 20 of 35');
    expect(byLabel(widget, 'Test name').value).to.equal('');
    expect(searchesOf(stage).at(-1)).to.deep.equal({ limit: 20 });
  });
});

describe('<test-results>: another person’s record', () => {
  it('replaces the one before, whose requests are aborted', async () => {
    const stage = await mountBusy();
    const { widget, session, backend, requests, signInElsewhere } = stage;
    press(widget, 'Back to the list');
    await eventually(() => byRole(widget, 'search'));
    const { held, release } = backend.faults.holdNext('searchResults');
    fillIn(byLabel(widget, 'Test name'), 'cholesterol panel');
    press(widget, 'Search');
    await held;
    const { signal } = requests.filter(({ url }) => url.endsWith('/results/search')).at(-1) ?? {};

    await signInElsewhere('henry.okafor');
    await session.context?.store.dispatch({ type: 'refresh' });
    await widget.updateComplete;
    expectEmptied(widget);
    expect(signal?.aborted).to.equal(true);
    release();
    await reads(widget, 'Showing');
    expect(searchesOf(stage).at(-1)).to.deep.equal({ limit: 20 });
    expect(byLabel(widget, 'Test name').value).to.equal('');
    expect(requests.at(-1)?.url).not.to.equal(requests.at(0)?.url);
  });

  it('is named in the headings', async () => {
    const stage = await mountResults();
    const { widget, session } = stage;
    await reads(widget, 'Showing 20 of');
    const own = session.context?.store.getState();
    if (own?.status !== 'signed-in') throw new Error('Nobody is signed in.');
    actFor(stage, { ...own.subject, displayName: 'Ada Okafor', relationship: 'parent' });
    await eventually(() => byRole(widget, 'heading', 'Test results for Ada Okafor'));
    press(widget, 'Mammogram');
    await eventually(() => byRole(widget, 'heading', 'Mammogram (Ada Okafor)'));
  });

  it('of the same account replaces the one before, too', async () => {
    const stage = await mountBusy();
    const ada = {
      id: 'ada',
      displayName: 'Ada Okafor',
      relationship: 'parent',
      access: 'full',
    } as const;
    actFor(stage, ada);
    await stage.widget.updateComplete;
    expectEmptied(stage.widget);
  });
});

describe('<test-results>: why a result may not be here yet', () => {
  const reasonsIn = async (widget: Element): Promise<string[]> => {
    press(widget, 'Why a result may not be here yet');
    await reads(widget, 'Doctors choose');
    return allByRole(widget, 'listitem').map(textOf);
  };

  it('speaks with myCooper’s numbers', async () => {
    const { widget } = await mountResults();
    await reads(widget, 'Showing 20 of');
    expect(await reasonsIn(widget)).to.deep.equal([
      'When you’ll see results: Your results appear once your doctor has reviewed them.',
      'How long it takes: Often a few days, but it can take up to 21 days.',
      'When to call: If it’s not here after 4 business days, call your office: 1-555-555-0118',
      'Types of tests: Doctors choose which types of tests show here.',
      'Private tests: We never show very sensitive tests here. Ask your doctor about them.',
    ]);
    expect(allByRole(widget, 'link').map((link) => link.getAttribute('href'))).to.deep.equal([
      'tel:15555550118',
    ]);
  });

  it('speaks with MyChart’s numbers, and links each to its answer in the FAQ', async () => {
    const { widget } = await mountResults({
      signedInAs: 'rosa.delgado',
      policy: mychart,
      faqHref: 'faq.html',
    });
    await reads(widget, 'Showing 20 of');
    const [, wait, call] = await reasonsIn(widget);
    expect(wait).to.equal('How long it takes: Usually 1 to 12 days.');
    expect(call).to.contain('If it’s not here after 12 days, call your clinic: 1-555-555-0142');
    const links = allByRole(widget, 'link').map((link) => [
      nameOf(link),
      link.getAttribute('href'),
    ]);
    expect(links).to.deep.equal([
      ['When you’ll see results:', 'faq.html#faq-results-after-review'],
      ['How long it takes:', 'faq.html#faq-results-typical-days'],
      ['When to call:', 'faq.html#faq-results-contact-after'],
      ['1-555-555-0142', 'tel:15555550142'],
      ['Types of tests:', 'faq.html#faq-results-provider-choice'],
      ['Private tests:', 'faq.html#faq-results-sensitive-withheld'],
    ]);
  });

  it('speaks with a hospital’s own rules of release', async () => {
    const { widget } = await mountResults({
      signedInAs: 'mina.park',
      policy: {
        ...mycooper,
        results: {
          ...mycooper.results,
          release: { when: 'immediate' },
          releaseByCategory: {
            pathology: { when: 'after-days', days: 3 },
            imaging: { when: 'after-review' },
          },
          contactAfter: { days: 1, businessDays: true },
        },
      },
    });
    const text = await reads(widget, 'Doctors choose');
    expect(text).to.contain(
      'Your results appear as soon as the lab is done. Biopsy or Pap test: Your results appear 3 days after the lab is done. Imaging: Your results appear once your doctor has reviewed them.',
    );
    expect(text).to.contain('after 1 business day, call');
  });

  it('says the same whether or not something is withheld', async () => {
    const openly = (now: number) => {
      const person = rosa(now);
      return { ...person, reports: person.reports.filter(({ reviewed }) => reviewed) };
    };
    const told: string[][] = [];
    for (const person of [rosa, openly]) {
      const people = [person(Date.parse('2026-05-04T13:30:00Z'))];
      const { widget, session } = await mountResults({ signedInAs: 'rosa.delgado', people });
      await reads(widget, 'Showing 20 of');
      told.push(await reasonsIn(widget), namesIn(widget));
      session.remove();
    }
    expect(told.slice(0, 2)).to.deep.equal(told.slice(2));
  });
});

describe('<test-results>: print', () => {
  class PrintingResults extends TestResults {
    printed = 0;
    protected override printPage(): void {
      this.printed += 1;
    }
  }
  PrintingResults.define('printing-results');

  it('has all that is loaded, with whose it is and the day, and nothing to press', async () => {
    const { widget } = await mount<PrintingResults>(
      html`<printing-results page-size="25"></printing-results>`,
      { signedInAs: 'rosa.delgado' },
    );
    await reads(widget, 'Showing 25 of 35');
    expect(textOf(widget)).not.to.contain('Printed');
    press(widget, 'Print');
    expect(widget.printed).to.equal(1);
    onPaper(widget, () => {
      expect(textOf(widget)).to.contain('Rosa Delgado. Printed May 4, 2026.');
      const rows = allByRole(widget, 'rowheader');
      expect(rows).to.have.lengthOf(25);
      expect(allByRole(widget, 'button')).to.have.lengthOf(25); // the names
      for (const table of allByRole(widget, 'table')) {
        const { contentVisibility } = getComputedStyle(table.parentElement ?? table);
        expect(contentVisibility).to.equal('visible');
      }
    });
  });

  it('of one result has that result alone', async () => {
    const { widget } = await mount<PrintingResults>(html`<printing-results></printing-results>`, {
      signedInAs: 'rosa.delgado',
    });
    await openResult(widget, 'Mammogram');
    press(widget, 'Print');
    expect(widget.printed).to.equal(1);
    onPaper(widget, () => {
      const text = textOf(widget);
      expect(text).to.contain('BI-RADS 2').and.to.contain('Rosa Delgado. Printed May 4, 2026.');
      expect(text).not.to.contain('Skin biopsy');
      expect(isThere(widget, 'button')).to.equal(false);
    });
  });
});
