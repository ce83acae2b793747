import { warnOnce } from './warn-once.js';

/** What a tab keeps over a reload. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Which of the records of an account is open in this tab: after a reload, on the next page, and after an
 * idle logout too. Each tab has its own. Two opaque ids are all that is kept, and a sign-out drops them.
 */
export class OpenedRecord {
  readonly #storage: TabStorage;
  readonly #key: string;

  constructor(baseUrl: string, storage: TabStorage) {
    this.#storage = storage;
    this.#key = `portal-record ${baseUrl}`;
  }

  /** The id of the subject; undefined: the account's own record, or another account's. */
  of(account: string): string | undefined {
    const [owner, subject] = this.#storage.getItem(this.#key)?.split(' ') ?? [];
    return owner === account ? subject : undefined;
  }

  keep(account: string, subject: string): void {
    this.#storage.setItem(this.#key, `${account} ${subject}`);
  }

  forget(): void {
    this.#storage.removeItem(this.#key);
  }
}

/** The tab's own storage, if the browser lets pages have any. */
export const storageOfTab = (): TabStorage | undefined => {
  try {
    return sessionStorage;
  } catch {
    return undefined; // forbidden
  }
};

/**
 * A tab's storage that never fails. What cannot be stored, because it is full or forbidden, is kept as long as
 * the page is; after a reload the own record opens.
 */
export const lenientStorage = (storage: TabStorage | undefined): TabStorage => {
  const items = new Map<string, string>();
  const attempt = <T>(work: (storage: TabStorage) => T): { readonly value: T } | undefined => {
    try {
      if (storage) return { value: work(storage) }; // some apps have null in its place
    } catch {
      // As where there is none.
    }
    warnOnce('this browser keeps nothing for this tab, so the own record opens on each page.');
    return undefined;
  };
  return {
    getItem: (key) => items.get(key) ?? attempt((tab) => tab.getItem(key))?.value ?? null,
    setItem: (key, value) => {
      items.delete(key);
      if (
        attempt((tab) => {
          tab.setItem(key, value);
        })
      )
        return;
      // What was there before must not come back in its place.
      attempt((tab) => {
        tab.removeItem(key);
      });
      items.set(key, value);
    },
    removeItem: (key) => {
      items.delete(key);
      attempt((tab) => {
        tab.removeItem(key);
      });
    },
  };
};
