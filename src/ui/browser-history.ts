import type { LitElement, ReactiveController } from 'lit';

/** An element whose opened things are entries of the browser's history; `off`: its host has a router of its own. */
export interface HasHistory {
  history: 'on' | 'off';
}

/** What an entry of the history says of our elements. */
interface Entry {
  /** The element that made the entry. */
  readonly by?: string;
  /** By element, the key of what is open in it; empty: nothing. */
  readonly open: Readonly<Record<string, string>>;
}

const entryNow = (): Entry =>
  (history.state as { readonly portalWidgets?: Entry } | null)?.portalWidgets ?? { open: {} };

/** The host's own state stays beside ours. */
const withEntry = (entry: Entry) => ({ ...(history.state as object | null), portalWidgets: entry });

/**
 * Back closes what an element has opened, Forward opens it again. Each thing opened is an entry of the browser's
 * history with the same address; its state holds keys that mean nothing to anybody else. What they stand for stays in
 * the element's memory, so after a reload they open nothing. Entries that others make, such as a link to a heading, change
 * nothing.
 */
export class BrowserHistory<Thing> implements ReactiveController {
  readonly #host: LitElement & HasHistory;
  readonly #show: (thing: Thing | undefined) => void;
  readonly #id = crypto.randomUUID();
  readonly #things = new Map<string, Thing>();
  #shown = '';
  /** Whether the browser goes back already: a second press must not leave the page. */
  #isLeaving = false;

  /** @param show called on Back and Forward with what is to show then; undefined: nothing is open */
  constructor(host: LitElement & HasHistory, show: (thing: Thing | undefined) => void) {
    this.#host = host;
    this.#show = show;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onPopState);
  }

  /** Call it when somebody has opened the thing. What was open before, if anything, comes back with Back. */
  opened(thing: Thing): void {
    if (this.#host.history === 'off') return;
    const key = crypto.randomUUID();
    try {
      this.#add(key);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      // Safari takes 100 entries in ten seconds. The thing opens all the same, and closes by its button alone.
      this.#shown = '';
      return;
    }
    this.#shown = key;
    this.#things.set(key, thing);
  }

  #add(key: string): void {
    const { by, open } = entryNow();
    if (open[this.#id] !== this.#shown) {
      // The entry below says from now on what was open there, so that it is told from entries of others.
      const below = { ...open, [this.#id]: this.#shown };
      history.replaceState(withEntry({ ...(by !== undefined && { by }), open: below }), '');
    }
    history.pushState(withEntry({ by: this.#id, open: { ...open, [this.#id]: key } }), '');
  }

  /**
   * Call it from a button that closes. Where the thing's own entry is the last, the browser goes back over it, so that
   * entries of closed things do not pile up; `show` is then called as by Back. False: the caller closes it by itself.
   */
  goBack(): boolean {
    if (this.#isLeaving) return true;
    const { by, open } = entryNow();
    if (this.#shown !== '' && by === this.#id && open[this.#id] === this.#shown) {
      this.#isLeaving = true;
      history.back();
      return true;
    }
    this.#shown = '';
    return false;
  }

  /** Call it when what was open is gone, as with another person's record: Back and Forward open nothing of it. */
  forget(): void {
    this.#shown = '';
    this.#things.clear();
  }

  /** Firefox scrolls only now to where it was with this entry, when the list was not there yet. */
  readonly #showFocus = () => {
    const { activeElement } = this.#host.shadowRoot ?? document;
    if (this.#host.matches(':focus-within')) activeElement?.scrollIntoView({ block: 'nearest' });
  };

  readonly #onPopState = () => {
    this.#isLeaving = false;
    const key = entryNow().open[this.#id];
    if (key === undefined || key === this.#shown) return;
    const thing = this.#things.get(key);
    this.#shown = thing === undefined ? '' : key;
    this.#show(thing);
    requestAnimationFrame(this.#showFocus);
  };
}
