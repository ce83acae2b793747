import { expect, html } from '@open-wc/testing';
import type { Person } from '../../../mocks/db/records/index.js';
import { rosa } from '../../../mocks/people/rosa/rosa.js';
import { demographicsCategories } from '../../../src/contract/record/demographics.js';
import { mychart } from '../../../src/policy/mychart.js';
import '../../../src/widgets/portal-demographics/define.js';
import type { PortalDemographics } from '../../../src/widgets/portal-demographics/portal-demographics.js';
import { actFor } from '../../../stories/fixtures/steps/proxy.js';
import { fillIn } from '../../../stories/fixtures/steps/user.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { mount, type MountOptions, type Stage } from '../support/mount.js';
import {
  allByRole,
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
  nameOf,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import { press, reads } from '../support/reads.js';

const now = Date.parse('2026-05-04T13:30:00Z');
const signedInAs = 'rosa.delgado';
const { demographics: answered, ...newHere } = rosa(now);
const rosasId = newHere.patient.id;

type DemographicsStage = Stage<PortalDemographics>;

const mountDemographics = (options: MountOptions = {}): Promise<DemographicsStage> =>
  mount<PortalDemographics>(html`<portal-demographics></portal-demographics>`, {
    signedInAs,
    ...options,
  });

/** Rosa, whom nobody has asked yet. */
const mountNew = (options: MountOptions = {}) =>
  mountDemographics({ people: [newHere], ...options });

type Answer = Omit<NonNullable<Person['demographics']>, 'savedAt'>;

/** What is in the record now. */
const storedIn = async ({ backend }: DemographicsStage): Promise<Answer | undefined> => {
  let stored: Answer | undefined;
  await backend.db.transact((tables) => {
    const found = tables.demographics.get(rosasId);
    if (!found) return;
    const { categories, details, declined } = found;
    stored = { categories, details, declined };
  });
  return stored;
};

/** As another tab saves it. */
const saveElsewhere = ({ backend, timers }: DemographicsStage, answer: Answer) =>
  backend.db.transact((tables) => {
    tables.demographics.put({ ...answer, id: rosasId, savedAt: timers.now() });
  });

const box = (widget: Element, label: string): HTMLInputElement => {
  const control = byLabel(widget, label);
  if (!(control instanceof HTMLInputElement)) throw new Error(`${label} is no box.`);
  return control;
};

const form = (widget: Element) => eventually(() => byRole(widget, 'button', 'Save answer'));

const declined: Answer = { categories: [], details: null, declined: true };

describe('<portal-demographics>: the question', () => {
  it('says why: the state, the four uses, and where to read more', async () => {
    const { widget } = await mountNew({ faqHref: 'faq.html' });
    await form(widget);
    const text = textOf(widget);
    expect(text).to.contain('New Jersey requires hospitals to ask every patient.');
    expect(allByRole(widget, 'listitem').map(textOf)).to.deep.equal([
      'see which illnesses are more common in some groups',
      'find health risks early',
      'learn what different groups of patients need',
      'make sure everyone gets the same quality of care',
    ]);
    expect(byRole(widget, 'link', 'More about this question').getAttribute('href')).to.equal(
      'faq.html#faq-demographics-race-ethnicity',
    );
  });

  it('has each category of the directive, with examples that are read with it', async () => {
    const { widget } = await mountNew();
    await form(widget);
    const boxes = allByRole(widget, 'checkbox');
    expect(boxes.map(nameOf)).to.deep.equal([
      'American Indian or Alaska Native',
      'Asian',
      'Black or African American',
      'Hispanic or Latino',
      'Middle Eastern or North African',
      'Native Hawaiian or Pacific Islander',
      'White',
      'I’d rather not say',
    ]);
    expect(boxes.slice(0, 7).map((each) => (each as HTMLInputElement).value)).to.deep.equal([
      ...demographicsCategories,
    ]);
    for (const each of boxes) {
      const hint = widget.shadowRoot?.getElementById(each.getAttribute('aria-describedby') ?? '');
      expect(hint?.textContent.length, nameOf(each)).to.be.greaterThan(20);
    }
  });

  it('takes several answers and own words, and shows what is saved', async () => {
    const stage = await mountNew();
    const { widget } = stage;
    let saved = 0;
    widget.addEventListener('portal-demographics-saved', () => (saved += 1));
    await form(widget);
    box(widget, 'White').click();
    box(widget, 'Asian').click();
    fillIn(byLabel(widget, 'In your own words (optional)'), ' Hmong and Polish ');
    press(widget, 'Save answer');
    const text = await reads(widget, 'Answer saved.');
    expect(text).to.contain('Asian and White').and.to.contain('Hmong and Polish');
    expect(text).to.contain('Saved May 4, 2026');
    expectFocusOn(byRole(widget, 'heading', 'Race and ethnicity'));
    expect(saved).to.equal(1);
    expect(await storedIn(stage)).to.deep.equal({
      categories: ['asian', 'white'],
      details: 'Hmong and Polish',
      declined: false,
    });
  });

  it('is one answer: who declines says nothing else, and the other way round', async () => {
    const stage = await mountNew();
    const { widget } = stage;
    await form(widget);
    box(widget, 'Asian').click();
    const words = byLabel(widget, 'In your own words (optional)');
    fillIn(words, 'Hmong');
    box(widget, 'I’d rather not say').click();
    expect(box(widget, 'Asian').checked).to.equal(false);
    expect(words.value).to.equal('');
    fillIn(words, 'Hmong');
    expect(box(widget, 'I’d rather not say').checked).to.equal(false);
    box(widget, 'I’d rather not say').click();
    box(widget, 'White').click();
    expect(box(widget, 'I’d rather not say').checked).to.equal(false);
    box(widget, 'I’d rather not say').click();
    press(widget, 'Save answer');
    await reads(widget, 'Answer saved.');
    expect(await storedIn(stage)).to.deep.equal(declined);
  });

  it('sends nothing that is no answer, and leads to the first box', async () => {
    const stage = await mountNew();
    const { widget } = stage;
    await form(widget);
    press(widget, 'Save answer');
    await reads(widget, 'There is a problem');
    expectFocusOn(widget.shadowRoot?.querySelector('[part=error-summary]'));
    byRole(byRole(widget, 'alert'), 'link', /^Choose at least one/).click();
    expectFocusOn(box(widget, 'American Indian or Alaska Native'));
    expect(stage.requests.some(({ method }) => method === 'PUT')).to.equal(false);
  });

  it('where no state requires it, is quiet: nothing to fill in, nothing that alarms', async () => {
    const { widget } = await mountDemographics({ policy: mychart, faqHref: 'faq.html' });
    await reads(widget, 'We don’t ask about race and ethnicity here.');
    for (const role of ['checkbox', 'button', 'alert', 'textbox']) {
      expect(isThere(widget, role), role).to.equal(false);
    }
    byRole(widget, 'link', 'Why?');
  });
});

describe('<portal-demographics>: changing the answer', () => {
  it('begins with what is saved, and saves the new one over it', async () => {
    const stage = await mountDemographics();
    const { widget } = stage;
    await reads(widget, 'Puerto Rican');
    press(widget, 'Change answer');
    await form(widget);
    expect(box(widget, 'Hispanic or Latino').checked).to.equal(true);
    expect(byLabel(widget, 'In your own words (optional)').value).to.equal('Puerto Rican');
    box(widget, 'I’d rather not say').click();
    press(widget, 'Save answer');
    expect(await reads(widget, 'Answer saved.')).not.to.contain('Puerto Rican');
    expect(await storedIn(stage)).to.deep.equal(declined);
  });

  it('can be left: nothing is changed', async () => {
    const stage = await mountDemographics();
    const { widget } = stage;
    await reads(widget, 'Puerto Rican');
    press(widget, 'Change answer');
    await form(widget);
    press(widget, 'Cancel');
    await eventually(() => byRole(widget, 'button', 'Change answer'));
    expect((await storedIn(stage))?.details).to.equal(answered?.details);
  });

  const mountContested = async () => {
    const stage = await mountDemographics();
    const { widget } = stage;
    await reads(widget, 'Puerto Rican');
    press(widget, 'Change answer');
    await form(widget);
    box(widget, 'White').click();
    await saveElsewhere(stage, declined);
    press(widget, 'Save answer');
    await reads(widget, 'Another answer was saved while you were typing.');
    await eventually(() => {
      expectFocusOn(widget.shadowRoot?.querySelector('[part=conflict]'));
    });
    expect(await storedIn(stage), 'nothing is overwritten').to.deep.equal(declined);
    return stage;
  };

  it('shows both where another one was saved meanwhile, and saves this one when told so', async () => {
    const stage = await mountContested();
    const { widget } = stage;
    const text = textOf(byRole(widget, 'alert'));
    expect(text).to.contain('Yours: Hispanic or Latino and White');
    expect(text).to.contain('Saved on May 4, 2026: I’d rather not say');
    press(widget, 'Save mine');
    await reads(widget, 'Answer saved.');
    expect((await storedIn(stage))?.categories).to.deep.equal(['hispanic-latino', 'white']);
  });

  it('or keeps the other one when told so', async () => {
    const stage = await mountContested();
    const { widget } = stage;
    press(widget, 'Keep the saved one');
    await eventually(() => byRole(widget, 'button', 'Change answer'));
    expect(textOf(widget)).to.contain('I’d rather not say').and.not.to.contain('is saved.');
    expect(await storedIn(stage)).to.deep.equal(declined);
  });

  it('without an answer is sent again, and found to be saved', async () => {
    const { widget, backend } = await mountNew();
    await form(widget);
    backend.faults.setNext('saveDemographics', { outcome: 'lost' });
    box(widget, 'Asian').click();
    press(widget, 'Save answer');
    await reads(widget, 'Answer saved.');
  });

  it('without any answer is found to be saved when it is sent again later', async () => {
    const { widget, backend } = await mountNew();
    await form(widget);
    backend.faults.set('saveDemographics', { outcome: 'lost' });
    box(widget, 'Asian').click();
    press(widget, 'Save answer');
    await reads(widget, 'We can’t reach the portal.');
    backend.faults.clear();
    press(widget, 'Save answer');
    await reads(widget, 'Answer saved.');
    expect(textOf(widget)).not.to.contain('in the meantime');
  });

  it('that does not arrive is told as such', async () => {
    const { widget, backend } = await mountNew();
    await form(widget);
    backend.faults.set('saveDemographics', { outcome: 'offline' });
    box(widget, 'Asian').click();
    press(widget, 'Save answer');
    await reads(widget, 'We can’t reach the portal.');
    expect(textOf(widget)).not.to.contain('Answer saved.');
  });

  it('without an answer, and given up: no answer shows that may not be so any more', async () => {
    const { widget, backend } = await mountDemographics();
    (await eventually(() => byRole(widget, 'button', 'Change answer'))).click();
    await form(widget);
    backend.faults.set('saveDemographics', { outcome: 'lost' });
    box(widget, 'Asian').click();
    press(widget, 'Save answer');
    await reads(widget, 'We can’t reach the portal.');
    backend.faults.set('getDemographics', { outcome: 'offline' });
    press(widget, 'Cancel');
    const again = await eventually(() => byRole(widget, 'button', 'Try again'));
    expect(textOf(widget)).not.to.contain('Puerto Rican');
    backend.faults.clear();
    again.click();
    await reads(widget, /Asian.*Change answer/);
  });
});

describe('<portal-demographics>: whose answer it is', () => {
  it('a proxy who only looks cannot answer, and is told who can', async () => {
    const { widget, session } = await mountDemographics();
    await reads(widget, 'Puerto Rican');
    await actFor(session, 'June Whitfield');
    await reads(widget, 'You can view this record but not answer for this person.');
    expect(isThere(widget, 'button', /answer$/)).to.equal(false);
  });

  it('nothing of it stays when another record opens or someone signs out', async () => {
    const { widget, session } = await mountDemographics();
    await reads(widget, 'Puerto Rican');
    press(widget, 'Change answer');
    await form(widget);
    await actFor(session, 'Leo Delgado');
    await reads(widget, 'Leo Delgado’s race and ethnicity');
    await form(widget);
    expect(byLabel(widget, 'In your own words (optional)').value).to.equal('');
    expect(box(widget, 'Hispanic or Latino').checked).to.equal(false);
    box(widget, 'Asian').click();
    void session.signOut();
    await widget.updateComplete;
    expect(widget.shadowRoot?.querySelector('form')).to.equal(null);
    await reads(widget, 'Sign in to see or change your answer.');
  });

  it('what was begun comes back after an idle logout, to the same person', async () => {
    const { widget, session, timers, signInElsewhere } = await mountNew();
    await form(widget);
    box(widget, 'Asian').click();
    fillIn(byLabel(widget, 'In your own words (optional)'), 'Hmong');
    timers.advance({ seconds: 2 });
    await reads(widget, 'Draft saved at');
    timers.advance({ minutes: 15 });
    await reads(widget, 'We signed you out.');
    await signInElsewhere(signedInAs);
    await session.context?.store.dispatch({ type: 'refresh' });
    await reads(widget, 'This is what you typed on');
    expect(box(widget, 'Asian').checked).to.equal(true);
    expect(byLabel(widget, 'In your own words (optional)').value).to.equal('Hmong');
  });
});

describe('<portal-demographics>: on a narrow page', () => {
  it('nothing sticks out, also with large letters', async () => {
    const { widget } = await mountNew();
    await form(widget);
    widget.style.width = '320px';
    widget.style.fontSize = '200%';
    await widget.updateComplete;
    expect(widget.scrollWidth).to.be.at.most(320);
  });
});
