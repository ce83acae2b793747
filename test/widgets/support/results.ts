import { html } from '@open-wc/testing';
import type { Observation } from '../../../src/contract/record/results.js';
import '../../../src/widgets/test-results/define.js';
import type { TestResults } from '../../../src/widgets/test-results/test-results.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { mount, type MountOptions, type Stage } from './mount.js';
import { allByRole, byRole, queryByRole, textOf } from '../../../stories/fixtures/support/query.js';
import { observationWith, reportWith } from '../../../stories/fixtures/support/reports.js';

export type ResultsStage = Stage<TestResults>;

export const mountResults = (
  options: MountOptions = { signedInAs: 'rosa.delgado' },
  template = html`<test-results></test-results>`,
): Promise<ResultsStage> => mount<TestResults>(template, options);

/** Waits until the list says so of itself: quicker than reading all of it. */
export const counts = ({ shadowRoot }: Element, words: string): Promise<void> =>
  eventually(() => {
    const text = shadowRoot?.querySelector('[part=count]')?.textContent;
    if (text !== words) throw new Error(`It says "${text ?? ''}", not "${words}".`);
  });

/** The names of the results in the list, in order. */
export const namesIn = (widget: Element): string[] =>
  allByRole(widget, 'rowheader').map((header) => textOf(header));

/** The cells of a row, as they read. */
export const cellsOf = (widget: Element, name: string): string[] => {
  const row = allByRole(widget, 'row').find((each) => queryByRole(each, 'rowheader', name));
  if (!row) throw new Error(`There is no row "${name}".`);
  return allByRole(row, 'cell').map((cell) => textOf(cell));
};

/** Opens the latest result of this name, and waits until it is there. */
export const openResult = async (widget: Element, name: string): Promise<void> => {
  const [latest] = await eventually(() => {
    const buttons = allByRole(widget, 'button', name);
    if (buttons.length === 0) throw new Error(`There is no result "${name}".`);
    return buttons;
  });
  latest?.click();
  await eventually(() =>
    byRole(widget, 'heading', new RegExp(`^${name.replace(/[()]/g, '\\$&')}`)),
  );
  await eventually(() => {
    if (queryByRole(widget, 'status', 'Loading…')) throw new Error('It is still loading.');
  });
};

/** The requests for the list, as they were sent. */
export const searchesOf = ({ requests }: ResultsStage): Record<string, unknown>[] =>
  requests
    .filter(({ url }) => url.endsWith('/results/search'))
    .map(({ body }) => JSON.parse(body) as Record<string, unknown>);

export const sodium = (day: string, parts: Partial<Observation>) =>
  reportWith({
    id: `on-${day}`,
    name: 'Salts',
    collectedAt: `${day}T15:00:00Z`,
    laboratory: `Laboratory of ${day.slice(0, 4)}`,
    observations: [observationWith({ id: `sodium-${day}`, ...parts })],
  });

export const quantity = (value: number, unit = 'mmol/L') =>
  ({ kind: 'quantity', value, comparator: null, unit }) as const;
export const range = (low: number, high: number) => ({ low, high, text: null });

export const years = [
  sodium('2023-05-01', {
    value: quantity(150),
    referenceRange: range(130, 148),
    interpretation: 'high',
  }),
  sodium('2024-05-01', {
    value: quantity(131),
    referenceRange: range(135, 146),
    interpretation: 'low',
  }),
  sodium('2025-05-01', {
    value: { ...quantity(120), comparator: '<' },
    referenceRange: range(135, 146),
  }),
  sodium('2026-05-01', {
    value: quantity(140),
    referenceRange: range(135, 146),
    interpretation: 'normal',
    previousValue: quantity(104),
  }),
];
