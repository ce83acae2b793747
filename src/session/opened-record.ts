/** What a tab keeps over a reload. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Which of the records of an account is open in this tab: after a reload, on the next page, and after an
 * idle logout too. Each tab has its own. Two opaque ids are all that is kept, and a sign-out drops them.
 */
export class OpenedRecord {
  readonly #storage: TabStorage | undefined;
  readonly #key: string;

  constructor(baseUrl: string, storage: TabStorage | undefined) {
    this.#storage = storage;
    this.#key = `portal-record ${baseUrl}`;
  }

  /** The id of the subject; undefined: the account's own record, or another account's. */
  of(account: string): string | undefined {
    const [owner, subject] = this.#storage?.getItem(this.#key)?.split(' ') ?? [];
    return owner === account ? subject : undefined;
  }

  keep(account: string, subject: string): void {
    this.#storage?.setItem(this.#key, `${account} ${subject}`);
  }

  forget(): void {
    this.#storage?.removeItem(this.#key);
  }
}

/** The tab's own storage, if the browser lets pages have any. */
export const storageOfTab = (): TabStorage | undefined => {
  try {
    return sessionStorage;
  } catch {
    return undefined; // forbidden: the own record opens on each page
  }
};
