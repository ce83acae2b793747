/** Anything that is stored: it has an id and is never changed in place, only replaced. */
export interface Document {
  readonly id: string;
}

/** Reads the value that documents are found by; null: not found by this index. */
export type IndexKey<Doc> = (document: Doc) => string | null;

/** Told of each change before it is made, to store it and to be able to undo it. */
export type OnChange = (id: string, before: Document | undefined) => void;

/** What everybody may do with a collection. */
export interface ReadonlyCollection<Doc extends Document, Index extends string> {
  readonly size: number;
  get(id: string): Doc | undefined;
  values(): IterableIterator<Doc>;
  /**
   * All documents with this key. The same array as long as none of them changes, so that what is
   * computed from it can be kept by it.
   */
  by(index: Index, key: string): readonly Doc[];
}

/** Documents of one kind, in memory, found by id or by an index: neither costs more as it grows. */
export class Collection<
  Doc extends Document,
  Index extends string = never,
> implements ReadonlyCollection<Doc, Index> {
  readonly #documents = new Map<string, Doc>();
  readonly #indexes: ReadonlyMap<Index, { key: IndexKey<Doc>; groups: Map<string, Group<Doc>> }>;
  #onChange: OnChange = () => undefined;

  constructor(indexes: Readonly<Record<Index, IndexKey<Doc>>>) {
    const entries = Object.entries<IndexKey<Doc>>(indexes) as [Index, IndexKey<Doc>][];
    this.#indexes = new Map(entries.map(([name, key]) => [name, { key, groups: new Map() }]));
  }

  observe(onChange: OnChange): void {
    this.#onChange = onChange;
  }

  get size(): number {
    return this.#documents.size;
  }

  get(id: string): Doc | undefined {
    return this.#documents.get(id);
  }

  values(): IterableIterator<Doc> {
    return this.#documents.values();
  }

  by(index: Index, key: string): readonly Doc[] {
    return this.#indexes.get(index)?.groups.get(key)?.list() ?? [];
  }

  /** Adds a document, or replaces the one with its id. */
  put(document: Doc): void {
    this.#onChange(document.id, this.get(document.id));
    this.apply(document.id, document);
  }

  delete(id: string): void {
    this.#onChange(id, this.get(id));
    this.apply(id, undefined);
  }

  /** Makes a change without telling of it: one that was stored already, or one that is undone. */
  apply(id: string, after: Doc | undefined): void {
    const before = this.#documents.get(id);
    if (after) this.#documents.set(id, after);
    else this.#documents.delete(id);
    for (const { key, groups } of this.#indexes.values()) {
      const oldKey = before ? key(before) : null;
      const newKey = after ? key(after) : null;
      if (oldKey !== null && oldKey !== newKey) groups.get(oldKey)?.delete(id);
      if (newKey !== null && after) {
        if (!groups.has(newKey)) groups.set(newKey, new Group());
        groups.get(newKey)?.set(id, after);
      }
    }
  }

  clear(): void {
    this.#documents.clear();
    for (const { groups } of this.#indexes.values()) groups.clear();
  }
}

/** The documents that share a key. */
class Group<Doc> {
  readonly #members = new Map<string, Doc>();
  #list: readonly Doc[] | undefined;

  set(id: string, document: Doc): void {
    this.#members.set(id, document);
    this.#list = undefined;
  }

  delete(id: string): void {
    this.#members.delete(id);
    this.#list = undefined;
  }

  list(): readonly Doc[] {
    this.#list ??= [...this.#members.values()];
    return this.#list;
  }
}
