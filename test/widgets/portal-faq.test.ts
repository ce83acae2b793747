import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FaqEntry } from '../../src/faq/faq.js';
import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import '../../src/widgets/portal-faq/define.js';
import type {
  PortalAnswerOpenedEvent,
  PortalHelpRequestEvent,
} from '../../src/widgets/portal-faq/portal-faq.events.js';
import { PortalFaq } from '../../src/widgets/portal-faq/portal-faq.js';
import '../../src/widgets/portal-help/define.js';
import '../../src/widgets/portal-login/define.js';
import { fillIn, signIn } from '../../stories/fixtures/steps/user.js';
import { lakeside } from '../../stories/fixtures/support/policies.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';
import { consoleLines } from '../support/console-errors.js';
import { mount, type MountOptions } from './support/mount.js';
import {
  allByRole,
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
  textOf,
} from '../../stories/fixtures/support/query.js';

const open = async (options: MountOptions = {}, template = html`<portal-faq></portal-faq>`) => {
  const stage = await mount<PortalFaq>(template, options);
  await eventually(() => byLabel(stage.widget, /question about|Sobre qué es su pregunta/));
  return stage;
};

const search = async (widget: PortalFaq, words: string) => {
  fillIn(byLabel(widget, 'What’s your question about?'), words);
  await widget.updateComplete;
};

/** The questions that can be read, in order. */
const questions = (widget: Element): string[] =>
  allByRole(widget, 'button')
    .filter((each) => each.matches('summary'))
    .map(textOf);

const marked = (widget: Element): string[] =>
  [...(widget.shadowRoot?.querySelectorAll('mark') ?? [])].map(textOf);

const question = (widget: Element, words: string | RegExp) =>
  eventually(() => byRole(widget, 'button', words));

const detailsOf = (summary: Element): HTMLDetailsElement => {
  const details = summary.closest('details');
  if (!details) throw new Error('It opens nothing.');
  return details;
};

describe('<portal-faq>', () => {
  it('answers by the policy in force, and by the next one', async () => {
    const { widget, session } = await open({ policy: mycooper });
    const summary = await question(widget, 'My account is locked. What do I do?');
    summary.click();
    expect(textOf(widget)).to.include('after 5 wrong passwords in a row');
    session.policy = lakeside;
    await eventually(() => {
      expect(widget.shadowRoot?.textContent).to.include('after 3 wrong passwords in a row');
    });
  });

  it('asks the backend for nothing', async () => {
    const { widget, requests } = await open({
      prepare: ({ faults }) => faults.set('getSession', { outcome: 'offline' }),
    });
    await question(widget, 'What is myCooper?');
    expect(requests.filter(({ url }) => !url.endsWith('/session'))).to.deep.equal([]);
  });

  it('works without a <portal-session>, in the language of the page', async () => {
    const page = await fixture(
      html`<div lang="en"><portal-faq policy="mychart"></portal-faq></div>`,
    );
    await question(page, 'What is MyChart?');
  });

  it('tells of an answer that is opened, by its id', async () => {
    const { widget } = await open();
    const opened: PortalAnswerOpenedEvent[] = [];
    widget.addEventListener('portal-answer-opened', (event) => opened.push(event));
    (await question(widget, 'Does myCooper cost anything?')).click();
    await eventually(() => {
      expect(opened.map(({ entry }) => entry)).to.deep.equal(['cost']);
    });
    expect(opened[0]).to.include({ bubbles: true, composed: true });
  });

  it('shows one topic, and all again', async () => {
    const { widget } = await open({}, html`<portal-faq topic="appointments"></portal-faq>`);
    expect(questions(widget)).to.deep.equal([
      'How do I request an appointment?',
      'Can I cancel an appointment here?',
    ]);
    expect(byRole(widget, 'button', 'Appointments').ariaPressed).to.equal('true');
    byRole(widget, 'button', 'All topics').click();
    await question(widget, 'What is myCooper?');
  });

  it('says which topics there are where it is told another', async () => {
    const lines = await consoleLines(async () => {
      const { widget } = await open({}, html`<portal-faq topic="weather"></portal-faq>`);
      await question(widget, 'What is myCooper?');
    });
    expect(String(lines)).to.include('topic: expected about, enrolling');
  });

  it('leaves out what nobody here has reason to ask, unless it is searched for', async () => {
    const { widget } = await open({ policy: mychart });
    expect(questions(widget)).not.to.include('Why do you ask about race and ethnicity?');
    await search(widget, 'race');
    await question(widget, /Why do you ask about race and ethnicity\?/);
  });

  it('keeps an open answer open while somebody goes on typing', async () => {
    const { widget } = await open();
    await search(widget, 'pass');
    (await question(widget, /^I forgot my password/)).click();
    await search(widget, 'password');
    const again = await question(widget, /^I forgot my password/);
    expect(detailsOf(again).open).to.equal(true);
  });
});

describe('<portal-faq>, the search', () => {
  it('finds by what is mistyped, marks it, and counts what it found', async () => {
    const { widget } = await open();
    await search(widget, 'pasword');
    await question(widget, /^I forgot my password/);
    expect(textOf(byRole(widget, 'status'))).to.match(/^\d+ answers found\.$/);
    expect(new Set(marked(widget))).to.include('password');
  });

  it('is worked by keyboard alone', async () => {
    const { widget } = await open();
    byLabel(widget, 'What’s your question about?').focus();
    await sendKeys({ type: 'refil' });
    await sendKeys({ press: 'Enter' });
    const best = await eventually(() => {
      const [first] = allByRole(widget, 'button', /renewal/);
      expectFocusOn(first);
      return first;
    });
    await sendKeys({ press: 'Enter' });
    if (best) expect(detailsOf(best).open).to.equal(true);
  });

  it('shows where an answer tells of it, as long as the answer is closed', async () => {
    const { widget } = await open();
    await search(widget, 'library');
    const hit = await question(widget, /Why do you ask for an email address\?/);
    expect(textOf(hit)).to.include('Your local library can help you.');
    hit.click();
    await eventually(() => {
      expect(textOf(hit)).not.to.include('library');
    });
    expect(textOf(widget)).to.include('Your local library can help you.');
  });

  it('shows the best first, and the rest when asked for', async () => {
    const { widget } = await open();
    await search(widget, 'e');
    const more = await question(widget, /^Show all \d+$/);
    expect(questions(widget)).to.have.length(10);
    more.click();
    await eventually(() => {
      expect(questions(widget)).to.have.length.above(10);
    });
    expectFocusOn(widget.shadowRoot?.querySelectorAll('[id^=hit] summary')[10]);
  });

  it('puts the topics away meanwhile, as they stand', async () => {
    const { widget } = await open();
    const first = await question(widget, 'What is myCooper?');
    first.click();
    await search(widget, 'cancel');
    await question(widget, /^Can I cancel an appointment here\?/);
    expect(isThere(widget, 'button', 'All topics')).to.equal(false);
    const field = byLabel(widget, 'What’s your question about?');
    field.focus();
    first.focus();
    expectFocusOn(field);
    await search(widget, '');
    expect(await question(widget, 'What is myCooper?')).to.equal(first);
    expect(detailsOf(first).open).to.equal(true);
  });

  it('leads on where nothing is found', async () => {
    const { widget } = await open();
    await search(widget, 'zeppelin');
    (await question(widget, 'Show all questions')).click();
    await question(widget, 'What is myCooper?');
    const field = byLabel(widget, 'What’s your question about?');
    expect(field.value).to.equal('');
    expectFocusOn(field);
  });
});

describe('<portal-faq>, links to its entries', () => {
  const { href } = location;

  afterEach(() => {
    history.replaceState(null, '', href);
  });

  it('opens the entry that the page is opened at, and gives it the focus', async () => {
    history.replaceState(null, '', '#faq-activation-expires');
    const { widget } = await mount<PortalFaq>(html`<portal-faq></portal-faq>`);
    const summary = await question(widget, 'Why doesn’t my access code work?');
    await eventually(() => {
      expectFocusOn(summary);
    });
    expect(detailsOf(summary).open).to.equal(true);
  });

  it('opens another as the address changes, out of a search and from another topic', async () => {
    const { widget } = await open({}, html`<portal-faq topic="about"></portal-faq>`);
    await search(widget, 'zeppelin');
    location.hash = '#faq-login-lockout';
    const summary = await question(widget, 'My account is locked. What do I do?');
    await eventually(() => {
      expectFocusOn(summary);
    });
    expect(byLabel(widget, 'What’s your question about?').value).to.equal('');
    expect(byRole(widget, 'button', 'All topics').ariaPressed).to.equal('true');
  });

  it('opens what people here have no reason to ask, if a link leads there', async () => {
    const { widget } = await open({ policy: mychart });
    location.hash = '#faq-demographics-race-ethnicity';
    const summary = await question(widget, 'Why do you ask about race and ethnicity?');
    await eventually(() => {
      expectFocusOn(summary);
    });
  });

  it('leaves other addresses alone', async () => {
    const { widget } = await open();
    const field = byLabel(widget, 'What’s your question about?');
    field.focus();
    location.hash = '#contact';
    await new Promise((resolve) => {
      addEventListener('hashchange', resolve, { once: true });
    });
    await widget.updateComplete;
    expectFocusOn(field);
  });

  it('is where refusals on its page lead, once and again (login.no-hints)', async () => {
    const stage = await mount(html`<portal-login></portal-login><portal-faq></portal-faq>`, {
      faqHref: 'elsewhere.html',
    });
    const faq = stage.session.querySelector('portal-faq');
    if (!faq) throw new Error('There is no FAQ.');
    await signIn(stage.session, 'rosa.delgado', 'garden gate');
    const link = await eventually(() => byRole(stage.widget, 'link', 'Why?'));
    expect(link.getAttribute('href')).to.equal('#faq-login-no-hints');
    for (const time of ['once', 'again']) {
      link.focus();
      link.click();
      await eventually(() => {
        expectFocusOn(byRole(faq, 'button', 'Why don’t you say what I typed wrong?'));
      });
      expect(location.hash, time).to.equal('#faq-login-no-hints');
    }
  });

  it('is left for the host’s page once it is gone', async () => {
    const stage = await mount(html`<portal-login></portal-login><portal-faq></portal-faq>`, {
      faqHref: 'elsewhere.html',
    });
    stage.session.querySelector('portal-faq')?.remove();
    await signIn(stage.session, 'rosa.delgado', 'garden gate');
    const link = await eventually(() => byRole(stage.widget, 'link', 'Why?'));
    expect(link.getAttribute('href')).to.equal('elsewhere.html#faq-login-no-hints');
  });
});

describe('<portal-faq>, asking a person', () => {
  const askAbout = async (widget: Element, words: string) => {
    const summary = await question(widget, words);
    summary.click();
    await eventually(() => byRole(detailsOf(summary), 'button', 'Ask a person'));
    byRole(detailsOf(summary), 'button', 'Ask a person').click();
  };

  it('leads to the <portal-help> of the page', async () => {
    const { widget, session } = await open(
      {},
      html`<portal-faq></portal-faq><portal-help></portal-help>`,
    );
    await askAbout(widget, 'Does myCooper cost anything?');
    const help = session.querySelector('portal-help');
    expectFocusOn(help && byRole(help, 'heading', 'Help and contact'));
  });

  it('leads to the host’s page where there is none', async () => {
    const { widget } = await open({}, html`<portal-faq help-href="/contact"></portal-faq>`);
    (await question(widget, 'Does myCooper cost anything?')).click();
    const link = await eventually(() => byRole(widget, 'link', 'Ask a person'));
    expect(link.getAttribute('href')).to.equal('/contact');
  });

  it('tells whom to call where there is neither', async () => {
    const { widget } = await open();
    await askAbout(widget, 'Does myCooper cost anything?');
    await eventually(() => byRole(widget, 'link', '1-555-555-0118'));
    expect(textOf(widget)).to.include('Call your office: 1-555-555-0118');
  });

  it('gives way to what a host offers itself', async () => {
    const { widget } = await open();
    const wanted: PortalHelpRequestEvent[] = [];
    widget.addEventListener('portal-help-request', (event) => {
      event.preventDefault();
      wanted.push(event);
    });
    await askAbout(widget, 'Does myCooper cost anything?');
    await search(widget, 'zeppelin');
    (await question(widget, 'Ask a person')).click();
    expect(wanted.map(({ entry }) => entry)).to.deep.equal(['cost', null]);
    expect(isThere(widget, 'link', '1-555-555-0118')).to.equal(false);
  });
});

describe('<portal-faq>, data for search engines', () => {
  const dataOnPage = () =>
    [...document.querySelectorAll('script[type="application/ld+json"]')].map(
      ({ textContent }) => JSON.parse(textContent) as { inLanguage: string; mainEntity: unknown[] },
    );

  it('stands in the page on request, and goes with the element', async () => {
    const { widget } = await open({}, html`<portal-faq structured-data></portal-faq>`);
    await eventually(() => {
      expect(dataOnPage()).to.have.length(1);
    });
    expect(dataOnPage()[0]).to.deep.equal(widget.getStructuredData());
    widget.remove();
    expect(dataOnPage()).to.have.length(0);
  });

  it('is for the host to take, and otherwise not in the page', async () => {
    const { widget } = await open({ policy: mychart });
    expect(JSON.stringify(widget.getStructuredData())).to.include('What is MyChart?');
    expect(dataOnPage()).to.have.length(0);
  });
});

describe('<portal-faq>, with questions of the hospital’s own', () => {
  const parking: FaqEntry = {
    id: 'parking',
    topic: 'appointments',
    rules: [],
    question: 'Where do I park?',
    answer: [{ text: ['Behind the house.'] }],
    keywords: 'car',
    asked: true,
  };

  class HospitalFaq extends PortalFaq {
    protected override async loadEntries(
      ...parameters: Parameters<PortalFaq['loadEntries']>
    ): Promise<readonly FaqEntry[]> {
      return [...(await super.loadEntries(...parameters)), parking];
    }
  }

  it('shows, finds and links to them', async () => {
    HospitalFaq.define('hospital-faq');
    const { widget } = await mount<HospitalFaq>(html`<hospital-faq></hospital-faq>`);
    await question(widget, 'Where do I park?');
    await search(widget, 'car');
    await question(widget, /^Where do I park\?/);
    const { href } = location;
    location.hash = '#faq-parking';
    await eventually(() => {
      expectFocusOn(byRole(widget, 'button', 'Where do I park?'));
    });
    history.replaceState(null, '', href);
  });
});
