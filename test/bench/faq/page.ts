import type { FaqEntry } from '../../../src/faq/faq.js';
import { PortalFaq } from '../../../src/widgets/portal-faq/portal-faq.js';
import { untilPainted } from '../until-painted.js';
import { naiveList, type Draw } from './naive-list.js';

/** <portal-faq>; all entries drawn anew; the entries that are found drawn anew. */
export type WayName = 'widget' | 'all' | 'found';

/** Milliseconds of each keystroke, from script to paint. */
export type Times = Readonly<Record<WayName, readonly number[]>>;

const size = 500;

/** A hospital with so many entries: ours over and over, each with words of its own. */
class LargeFaq extends PortalFaq {
  protected override async loadEntries(
    ...parameters: Parameters<PortalFaq['loadEntries']>
  ): Promise<readonly FaqEntry[]> {
    const ours = (await super.loadEntries(...parameters)).filter(({ asked }) => asked);
    entries = Array.from({ length: Math.ceil(size / ours.length) }, (_, n) =>
      ours.map((entry) => withOwnWords(entry, n)),
    )
      .flat()
      .slice(0, size);
    return entries;
  }
}

let entries: readonly FaqEntry[] = [];

const withOwnWords = (entry: FaqEntry, n: number): FaqEntry => ({
  ...entry,
  id: `${entry.id}-${n}`,
  question: `${entry.question} (building ${n})`,
  answer: [...entry.answer, { text: [`Ask at desk ${n} of building ${n}, floor ${n % 7}.`] }],
});

let widget: HTMLElement;
let ways: readonly (readonly [WayName, Draw])[] = [];

/** A list scrolls in a window of its own: what changes in one moves nothing of the other. */
const windowOf = (list: HTMLElement): HTMLElement => {
  const place = document.createElement('div');
  Object.assign(place.style, { contain: 'strict', height: '400px', overflow: 'auto' });
  place.append(list);
  return place;
};

/** Puts all ways on the page, with all entries shown. */
const prepare = async (): Promise<void> => {
  LargeFaq.define('large-faq');
  widget = document.createElement('large-faq');
  widget.setAttribute('policy', 'mycooper');
  const [all, found] = [document.createElement('div'), document.createElement('div')];
  for (const list of [widget, all, found]) document.body.append(windowOf(list));
  let field: HTMLInputElement | null | undefined;
  while (!field) {
    await untilPainted(() => undefined);
    field = widget.shadowRoot?.querySelector<HTMLInputElement>('#query');
  }
  const input = field;
  const type = (query: string) => {
    input.value = query;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  ways = [
    ['widget', type],
    ['all', naiveList(all, entries, 'all')],
    ['found', naiveList(found, entries, 'found')],
  ];
  for (const [, draw] of ways) draw('');
};

/** What stands in the field after each keystroke: the words letter by letter, and nothing again. */
const keystrokes = (queries: readonly string[]): string[] =>
  queries.flatMap((query) => [...Array.from(query, (_, at) => query.slice(0, at + 1)), '']);

/** Types the words in all ways, keystroke by keystroke; each time another comes first. */
const measure = async (queries: readonly string[]): Promise<Times> => {
  const times: Record<WayName, number[]> = { widget: [], all: [], found: [] };
  for (const [at, typed] of keystrokes(queries).entries()) {
    const first = at % ways.length;
    for (const [name, draw] of [...ways.slice(first), ...ways.slice(0, first)]) {
      // Where the browser lets a page ask for it, the last drawing's garbage is not this one's cost.
      (globalThis as { gc?: () => void }).gc?.();
      const time = await untilPainted(() => {
        draw(typed);
      });
      times[name].push(time);
    }
    const hits = widget.shadowRoot?.querySelectorAll('[id^="hit-"]').length ?? NaN;
    if (typed === '' ? hits !== 0 : hits === 0) throw new Error(`"${typed}": ${hits} shown.`);
  }
  return times;
};

Object.assign(globalThis, { prepare, measure });
