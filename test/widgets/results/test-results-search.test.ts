import { expect } from '@open-wc/testing';
import { fillIn } from '../../../stories/fixtures/steps/user.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import {
  allByRole,
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import { observationWith, patWith, reportWith } from '../../../stories/fixtures/support/reports.js';
import { press, reads } from '../support/reads.js';
import { mountResults, namesIn, searchesOf } from '../support/results.js';

const high = observationWith({ interpretation: 'high' });

const pat = patWith(
  reportWith({
    id: 'a',
    name: 'Glucose',
    collectedAt: '2026-03-10T15:00:00Z',
    observations: [high],
  }),
  reportWith({ id: 'b', name: 'Glucose', collectedAt: '2026-02-10T15:00:00Z' }),
  reportWith({
    id: 'c',
    name: 'Chest X-ray',
    category: 'imaging',
    collectedAt: '2026-01-10T15:00:00Z',
  }),
  ...Array.from({ length: 20 }, (_, index) =>
    reportWith({ id: `s${index}`, name: `Salts ${index}`, collectedAt: '2025-01-10T15:00:00Z' }),
  ),
);

/** The list of Pat, with the search form open. */
const mountSearch = async (options = {}) => {
  const stage = await mountResults({ signedInAs: 'pat.doe', people: [pat], ...options });
  await reads(stage.widget, 'Showing 20 of 23');
  press(stage.widget, 'Filters');
  await eventually(() => byRole(stage.widget, 'search'));
  return stage;
};

const search = (widget: Element, fields: Readonly<Record<string, string>>): void => {
  for (const [label, text] of Object.entries(fields)) fillIn(byLabel(widget, label), text);
  press(widget, 'Search');
};

describe('<test-results>: search and filters', () => {
  it('never open by themselves, open at a touch, and stay so until someone closes them', async () => {
    const { widget } = await mountResults({ signedInAs: 'pat.doe', people: [pat] });
    await reads(widget, 'Showing 20 of 23');
    expect(isThere(widget, 'search')).to.equal(false);
    const button = byRole(widget, 'button', 'Filters');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    button.click();
    await eventually(() => byRole(widget, 'search', 'Search test results'));
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    press(widget, 'Load more');
    await reads(widget, 'Showing 23 of 23');
    byRole(widget, 'search');
    button.click();
    await eventually(() => expect(isThere(widget, 'search')).to.equal(false));
  });

  it('tell on their button how many there are', async () => {
    const { widget } = await mountSearch();
    search(widget, { 'Test name': 'glucose', Type: 'laboratory' });
    await reads(widget, 'Showing 2 of 2');
    byRole(widget, 'button', 'Filters (2)');
    press(widget, 'Out of range');
    await reads(widget, 'Showing 1 of 1');
    byRole(widget, 'button', 'Filters (2)');
  });

  it('show what is out of range at a touch, and all again at another', async () => {
    const stage = await mountResults({ signedInAs: 'pat.doe', people: [pat] });
    const { widget } = stage;
    await reads(widget, 'Showing 20 of 23');
    const toggle = byRole(widget, 'button', 'Out of range');
    toggle.focus();
    toggle.click();
    await reads(widget, 'Showing 1 of 1');
    expect(toggle.getAttribute('aria-pressed')).to.equal('true');
    expectFocusOn(toggle);
    expect(searchesOf(stage).at(-1)).to.deep.equal({ abnormalOnly: true, limit: 20 });
    toggle.click();
    await reads(widget, 'Showing 20 of 23');
    expect(toggle.getAttribute('aria-pressed')).to.equal('false');
    expect(searchesOf(stage).at(-1)).to.deep.equal({ limit: 20 });
  });

  it('can be cleared where nothing is found, while they are closed', async () => {
    const stage = await mountSearch();
    const { widget } = stage;
    search(widget, { 'Test name': 'cortisol' });
    await reads(widget, 'No results match your search.');
    press(widget, 'Filters (1)');
    await eventually(() => byRole(widget, 'button', 'Clear filters'));
    press(widget, 'Clear filters');
    await reads(widget, 'Showing 20 of 23');
    await eventually(() => expectFocusOn(byRole(widget, 'button', 'Filters')));
    press(widget, 'Filters');
    await eventually(() => expect(byLabel(widget, 'Test name').value).to.equal(''));
  });

  it('finds by words of the name, and tells how many', async () => {
    const { widget } = await mountSearch();
    search(widget, { 'Test name': '  x-RAY ' });
    await reads(widget, 'Showing 1 of 1');
    expect(namesIn(widget)).to.deep.equal(['Chest X-ray']);
    expect(textOf(byRole(widget, 'status', /^Showing/))).to.equal('Showing 1 of 1');
  });

  it('sends words in the body of a request only, and keeps them nowhere', async () => {
    const words = 'glucose';
    const stage = await mountSearch();
    search(stage.widget, { 'Test name': words });
    await reads(stage.widget, 'Showing 2 of 2');
    expect(searchesOf(stage).at(-1)).to.deep.equal({ text: words, limit: 20 });
    for (const { url } of stage.requests) expect(url.toLowerCase()).not.to.contain(words);
    expect(location.href.toLowerCase()).not.to.contain(words);
    const stores = [localStorage, sessionStorage].map((each) => Object.entries(each));
    const stored = JSON.stringify([...stores, history.state]);
    expect(stored.toLowerCase()).not.to.contain(words);
    const field = byLabel(stage.widget, 'Test name');
    expect(field.form?.autocomplete).to.equal('off');
    expect(field.spellcheck).to.equal(false);
  });

  it('finds by kind, dates and values out of range, together', async () => {
    const { widget } = await mountSearch();
    search(widget, { Type: 'imaging' });
    await reads(widget, 'Showing 1 of 1');
    expect(namesIn(widget)).to.deep.equal(['Chest X-ray']);

    search(widget, {
      Type: '',
      'Collected on or after': '2026-01-10',
      'Collected on or before': '2026-02-10',
    });
    await reads(widget, 'Showing 2 of 2');
    expect(namesIn(widget)).to.deep.equal(['Glucose', 'Chest X-ray']);

    press(widget, 'Out of range');
    search(widget, { 'Collected on or before': '' });
    await eventually(() => expect(namesIn(widget)).to.deep.equal(['Glucose']));
    await reads(widget, '1 out of range');
  });

  it('goes on page by page within what was found', async () => {
    const stage = await mountSearch();
    stage.widget.pageSize = 15;
    await reads(stage.widget, 'Showing 15 of 23');
    search(stage.widget, { 'Test name': 'salts' });
    await reads(stage.widget, 'Showing 15 of 20');
    press(stage.widget, 'Load more');
    await reads(stage.widget, 'Showing 20 of 20');
    expect(searchesOf(stage).at(-1)).to.include({ text: 'salts', limit: 15 });
  });

  it('says when nothing matches, and clears all', async () => {
    const stage = await mountSearch();
    const { widget } = stage;
    expect(isThere(widget, 'button', 'Clear filters')).to.equal(false);
    search(widget, { 'Test name': 'cortisol', Type: 'imaging' });
    const text = await reads(widget, 'No results match your search.');
    expect(text).not.to.contain('No test results yet');
    press(widget, 'Clear filters');
    await reads(widget, 'Showing 20 of 23');
    expect(searchesOf(stage).at(-1)).to.deep.equal({ limit: 20 });
    const field = byLabel(widget, 'Test name');
    expect(field.value).to.equal('');
    expect(byLabel(widget, 'Type').value).to.equal('');
    await eventually(() => expectFocusOn(field));
  });

  it('does not send dates in the wrong order, and says which is wrong', async () => {
    const stage = await mountSearch();
    const { widget } = stage;
    search(widget, {
      'Collected on or after': '2026-03-02',
      'Collected on or before': '2026-03-01',
    });
    await reads(widget, 'Choose a last day that’s not before the first day.');
    const last = byLabel(widget, 'Collected on or before');
    await eventually(() => expectFocusOn(last));
    expect(last.getAttribute('aria-invalid')).to.equal('true');
    const description = last.getAttribute('aria-describedby') ?? '';
    expect(widget.shadowRoot?.getElementById(description)?.textContent).to.contain('first day');
    expect(searchesOf(stage)).to.have.lengthOf(1);
    expect(namesIn(widget)).to.have.lengthOf(20);

    search(widget, { 'Collected on or before': '2026-03-31' });
    const text = await reads(widget, 'Showing 1 of 1');
    expect(text).not.to.contain('not before');
  });

  it('does not send a date that no calendar of the portal has', async () => {
    const stage = await mountSearch();
    search(stage.widget, { 'Collected on or after': '12026-03-02' });
    await reads(stage.widget, 'Enter the full date, or leave it blank.');
    expect(searchesOf(stage)).to.have.lengthOf(1);
  });

  it('never shows a late answer to an earlier search, and aborts its request', async () => {
    const stage = await mountSearch();
    const { widget, backend, requests } = stage;
    const { held, release } = backend.faults.holdNext('searchResults');
    search(widget, { 'Test name': 'x-ray' });
    await held;
    const { signal } = requests.at(-1) ?? {};
    search(widget, { 'Test name': 'glucose' });
    await reads(widget, 'Showing 2 of 2');
    expect(signal?.aborted).to.equal(true);
    release();
    await backend.db.transact(() => undefined);
    expect(namesIn(widget)).to.deep.equal(['Glucose', 'Glucose']);
  });

  it('never adds a late page of an earlier search', async () => {
    const stage = await mountSearch();
    const { widget, backend } = stage;
    const { held, release } = backend.faults.holdNext('searchResults');
    press(widget, 'Load more');
    await held;
    search(widget, { 'Test name': 'x-ray' });
    release();
    await reads(widget, 'Showing 1 of 1');
    await backend.db.transact(() => undefined);
    expect(namesIn(widget)).to.deep.equal(['Chest X-ray']);
    expect(allByRole(widget, 'table')).to.have.lengthOf(1);
  });
});
