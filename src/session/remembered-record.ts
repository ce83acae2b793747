import { tellAuthor } from '../shape/setup-problem.js';

/** What a tab keeps over a reload. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Which of the records of an account is open in this tab: after a reload, on the next page, and after an
 * idle logout too. Each tab has its own. Two opaque ids are all that is kept, and a sign-out drops them.
 */
export class RememberedRecord {
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
    tellAuthor('less-sharing', 'portal-widgets');
    return undefined;
  }
};

/**
 * A tab's storage that never fails. What cannot be stored, because it is full or forbidden, is kept as long as
 * the page is; after a reload the own record opens.
 */
export const lenientStorage = (storage: TabStorage | undefined): TabStorage => {
  const items = new Map<string, string>();
  const attempt = <T>(work: (storage: TabStorage | undefined) => T): T | undefined => {
    try {
      return work(storage);
    } catch {
      tellAuthor('less-sharing', 'portal-widgets');
      return undefined;
    }
  };
  const removeItem = (key: string) => {
    items.delete(key);
    attempt((tab) => tab?.removeItem(key));
  };
  return {
    getItem: (key) => items.get(key) ?? attempt((tab) => tab?.getItem(key)) ?? null,
    setItem: (key, value) => {
      // What was there before must not come back in its place.
      removeItem(key);
      items.set(key, value);
      attempt((tab) => tab?.setItem(key, value));
    },
    removeItem,
  };
};
