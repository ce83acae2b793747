import { expect, fixture as mountTemplate } from '@open-wc/testing';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import type { Outcome } from '../../../mocks/faults.js';
import { contract, type EndpointId } from '../../../src/contract/index.js';
import { pageOf, setStage, type Fixture, type Stage } from '../../../stories/fixtures/fixture.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { allByRole, focused, nameOf, textOf } from '../../../stories/fixtures/support/query.js';

/** What can come of a request. */
const outcomes: Readonly<Record<string, Outcome>> = {
  '500': 'internal',
  '503': 'unavailable',
  'not JSON': 'captive',
  'wrong shape': 'wrong',
  'cut after commit': 'lost',
  offline: 'offline',
};

export const faults = ['slow', ...Object.keys(outcomes), 'signed out'] as const;
export type Fault = (typeof faults)[number];

/** An operation that fails, and how a person gets to it. */
export interface Row {
  readonly operation: EndpointId;
  /** Ends in what can be read once the operation was done. */
  readonly fixture: Fixture;
  /** Faults of which there is nothing to show here. */
  readonly unless?: readonly Fault[];
  /** Whether what the person has pressed closes, and leaves the focus where it was before. */
  readonly closes?: boolean;
}

/** A page on which an operation fails, and what has been seen of it. */
interface Scene extends Stage {
  readonly page: HTMLElement;
  readonly widget: HTMLElement;
  /** What the person does; it ends when the fixture's state is reached, or fails. */
  readonly played: Promise<unknown>;
  readonly seen: Seen;
}

interface Seen {
  /** Whether the person has pressed anything. */
  acted: boolean;
  /** How often the operation was asked for. */
  sent: number;
  /** Requests of the page that have no answer yet. */
  pending: number;
  /** The button pressed last before the operation was asked for; none: nobody has done anything. */
  button: Button | undefined;
  /** What stood in the fields then, and what was said. */
  typed: readonly Typed[];
  notes: readonly string[];
}

interface Button {
  readonly element: HTMLElement;
  readonly name: string;
}

interface Typed {
  readonly field: string;
  readonly value: string;
}

/** Runs one cell of the matrix: the operation fails in this way, and the person goes on. */
export const runCell = async (tag: string, row: Row, fault: Fault): Promise<void> => {
  const wanted = await effectsWithout(tag, row);
  const scene = await begin(tag, row, fault);
  if (fault === 'slow') await goThroughSlowly(scene, row);
  else await goThroughFailing(scene, row, fault);
  expect(effectsOf(scene), 'one effect').to.deep.equal(wanted);
  if (!row.closes) expectFocusIn(scene, 'in the end');
};

const effects = new Map<Fixture, Promise<Readonly<Record<string, number>>>>();

/** What there is after the operation went well. */
const effectsWithout = (tag: string, row: Row) => {
  const known = effects.get(row.fixture);
  if (known) return known;
  const found = (async () => {
    const scene = await begin(tag, row, undefined);
    await scene.played;
    await untilShown(scene, row);
    const counted = effectsOf(scene);
    scene.page.remove();
    location.hash = '';
    return counted;
  })();
  effects.set(row.fixture, found);
  return found;
};

/** Records that say nothing of what a person has done, or count tries. */
const besides = ['sessions', 'answeredRequests', 'auditEvents', 'browsers', 'settings', 'drafts'];

/** How many records of each kind there are. */
const effectsOf = ({ backend: { db } }: Pick<Stage, 'backend'>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(db.tables)
      .filter(([name]) => !besides.includes(name) && !name.endsWith('Attempts'))
      .map(([name, table]) => [name, table.size]),
  );

const begin = async (tag: string, row: Row, fault: Fault | undefined): Promise<Scene> => {
  location.hash = '';
  const stage = await setStage(row.fixture);
  const seen: Seen = { acted: false, sent: 0, pending: 0, button: undefined, typed: [], notes: [] };
  let release: (() => void) | undefined;
  const outcome = outcomes[fault ?? ''];
  if (outcome) stage.backend.faults.set(row.operation, { outcome });
  if (fault === 'slow') release = stage.backend.faults.hold(row.operation);
  let pressed: Button | undefined;
  let ended: Promise<void> | undefined;
  const isAsked = askingFor(row.operation, stage.backend.baseUrl);
  const recordingFetch: typeof fetch = async (input, init) => {
    const request = new Request(input instanceof Request ? input : new URL(input, location.href), {
      ...init,
    });
    if (isAsked(request)) {
      seen.sent += 1;
      if (seen.sent === 1) {
        Object.assign(seen, { button: pressed, typed: typedIn(page), notes: notesIn(page) });
        if (fault === 'signed out') ended = endWhenQuiet(stage, seen);
      }
      // The page may give up the first and ask again meanwhile.
      await ended;
    }
    seen.pending += 1;
    try {
      return await stage.fetch(request);
    } finally {
      seen.pending -= 1;
    }
  };
  const page = await mountTemplate<HTMLElement>(pageOf(row.fixture, stage, recordingFetch));
  if (fault === 'signed out') {
    // Whoever types takes long enough for a draft to be kept.
    page.addEventListener('input', () => {
      stage.timers.advance({ seconds: 5 });
    });
  }
  page.addEventListener(
    'click',
    (event) => {
      const target = event.composedPath().find((each) => each instanceof HTMLElement);
      const button = target?.closest<HTMLElement>('button, summary');
      if (!button) return;
      pressed = { element: button, name: nameOf(button) };
      seen.acted = true;
      button.focus(); // as a person's click does
    },
    true,
  );
  const found = page.matches(tag) ? page : page.querySelector<HTMLElement>(tag);
  if (!found) throw new Error(`The fixture has no <${tag}>.`);
  const played = Promise.resolve(row.fixture.play?.(page, stage));
  played.catch(() => {}); // what it waits for may not come: looked at where it should
  const held = release;
  const { backend } = stage;
  if (held) Object.assign(seen, { release: held });
  return { ...stage, backend, page, widget: found, played, seen };
};

const endWhenQuiet = async (stage: Stage, seen: Seen): Promise<void> => {
  await untilAnswered(seen);
  stage.timers.advance({ seconds: 5 }); // what was typed last is kept by then
  await untilAnswered(seen);
  await endSessions(stage);
};

const endSessions = ({ backend }: Stage) =>
  backend.db.transact(({ sessions }) => {
    for (const { id } of [...sessions.values()]) sessions.delete(id);
  });

/** Tells requests for an operation from others. */
const askingFor = (operation: EndpointId, baseUrl: string) => {
  const { method, path } = contract[operation];
  const pattern = new RegExp(`^${baseUrl}${path.replace(/\{\w+\}/g, '[^/]+')}$`);
  return (request: Request) =>
    request.method === method && pattern.test(new URL(request.url).pathname);
};

const goThroughSlowly = async (scene: Scene, row: Row) => {
  const { page, seen, backend, played } = scene;
  await eventually(() => {
    expect(seen.sent).to.be.greaterThan(0);
  });
  await eventually(() => {
    expect(textOf(page), 'says that it is under way').to.match(/…/);
  });
  sameButton(page, seen.button)?.click();
  backend.faults.clear();
  (seen as Seen & { release?: () => void }).release?.();
  await played;
  await untilShown(scene, row);
};

const goThroughFailing = async (scene: Scene, row: Row, fault: Fault) => {
  const { page, seen, backend } = scene;
  await eventually(() => {
    expect(seen.sent, `${row.operation} is asked for`).to.be.greaterThan(0);
  });
  const isDone = () => seen.pending === 0 && matches(textOf(page), row.fixture.shows);
  const isSaid = () =>
    seen.pending === 0 &&
    notesIn(page).some((note) => !seen.notes.includes(note)) &&
    (wayOn(scene) !== undefined || fault === 'signed out');
  await eventually(() => {
    if (!isDone() && !isSaid()) throw new Error(`Nothing to act on is said: ${textOf(page)}`);
  });
  if (!isDone()) {
    if (!row.closes) expectFocusIn(scene, 'when it has failed');
    if (fault !== 'signed out') expectTyped(scene);
  }
  backend.faults.clear();
  if (fault === 'signed out' && row.fixture.signedInAs !== undefined && !isDone()) {
    await signInAgain(scene, row.fixture.signedInAs);
  }
  await goOn(scene, row);
};

const signInAgain = async ({ page, seen }: Scene, username: string) => {
  const store = () => page.closest('portal-session')?.context?.store;
  await eventually(() => {
    expect(store()?.getState().status).to.equal('signed-out');
  });
  await store()?.dispatch({ type: 'sign-in', username, password: demoPassword });
  await untilQuiet(page, seen);
};

/** Waits until the page has an answer to all that it has asked for. */
const untilAnswered = async (seen: Seen) => {
  for (let turns = 0; turns < 20; turns += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    if (seen.pending > 0) turns = 0;
  }
};

/** The same, and nothing more loads. */
const untilQuiet = async (page: HTMLElement, seen: Seen) => {
  do await untilAnswered(seen);
  while (textOf(page).includes('Loading…'));
};

/** Presses what leads on, and where there is nothing, or more to fill in, does all of it once more. */
const goOn = async (scene: Scene, row: Row) => {
  const { page, seen } = scene;
  const isDone = () => matches(textOf(page), row.fixture.shows);
  for (let presses = 0; presses < 3 && !isDone() && !isIncomplete(page); presses += 1) {
    const next = wayOn(scene);
    next?.focus();
    next?.click();
    await untilQuiet(page, seen);
  }
  if (!isDone()) await row.fixture.play?.(page, scene);
  await untilShown(scene, row);
};

const isIncomplete = (page: HTMLElement) =>
  elementsIn(page).some(
    (element) =>
      element.matches('[aria-invalid=true], .pw-invalid') &&
      !(element as Partial<HTMLInputElement>).value,
  );

const untilShown = ({ page, seen }: Scene, { fixture }: Row) =>
  eventually(() => {
    if (seen.pending > 0 || !matches(textOf(page), fixture.shows)) {
      throw new Error(`"${String(fixture.shows)}" cannot be read in: ${textOf(page)}`);
    }
  });

const matches = (text: string, pattern: string | RegExp) =>
  typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);

const ways = /^(Try again|Send it again)/;

/** The button by which a person goes on after a failure: one that says so, or the same once more. */
const wayOn = ({ page, seen }: Scene): HTMLElement | undefined =>
  allByRole(page, 'button', ways)[0] ?? sameButton(page, seen.button);

/** The button once more, or one of its name in its place: where a dialog is open, nobody reaches what is behind it. */
const sameButton = (page: HTMLElement, button: Button | undefined): HTMLElement | undefined => {
  const dialog = elementsIn(page).findLast((element) => element.matches(':modal'));
  const there = allByRole(dialog ?? page, 'button').filter(
    (each) => !each.matches('summary, :disabled, [aria-disabled=true]'),
  );
  return (
    there.find((each) => each === button?.element) ??
    there.find((each) => nameOf(each) === button?.name)
  );
};

/** Whatever is told rather than shown; not that something is under way. */
const notesIn = (page: HTMLElement): string[] =>
  elementsIn(page)
    .filter((element) => element.matches('[role=alert], [role=status], [part~=note]'))
    .map((element) => textOf(element))
    .filter((text) => text !== '' && !text.endsWith('…'));

/** What was typed or chosen, by field; not files, which a page cannot put back. */
const typedIn = (page: HTMLElement): Typed[] =>
  elementsIn(page)
    .filter((element) => element.matches('input:not([type=file]), select, textarea'))
    .map((element) => {
      const { type, name, value, checked } = element as HTMLInputElement;
      const isChoice = type === 'checkbox' || type === 'radio';
      return { field: `${name} ${isChoice ? value : ''}`, value: isChoice ? `${checked}` : value };
    })
    .filter(({ value }) => value !== '');

const elementsIn = (root: HTMLElement | ShadowRoot): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? elementsIn(element.shadowRoot) : []),
  ]);

const expectTyped = ({ page, seen }: Scene) => {
  const now = typedIn(page);
  const lost = seen.typed.filter(
    ({ field, value }) => !now.some((each) => each.field === field && each.value === value),
  );
  expect(lost, 'what was typed and is gone').to.deep.equal([]);
};

/** Once somebody has pressed something, the focus is in the element. */
const expectFocusIn = ({ widget, seen }: Scene, when: string) => {
  if (!seen.acted) return;
  const { activeElement } = document;
  const isIn = activeElement !== null && widget.contains(activeElement);
  expect(
    isIn,
    `the focus ${when} is on ${focused()?.outerHTML.slice(0, 120) ?? 'nothing'}`,
  ).to.equal(true);
};
