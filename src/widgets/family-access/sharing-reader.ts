import type { ReactiveControllerHost } from 'lit';
import { getSharing } from '../../contract/generated/sharing.js';
import type { Sharing } from '../../contract/family/sharing.js';
import { ValueReader } from '../../reading/value-reader.js';
import type { OpenRecord } from '../../session/open-record.js';
import type { SessionController } from '../../session/session-controller.js';

/** What a request about sharing is made with. */
export interface SharingRequest extends OpenRecord {
  /** Of what was read last (`If-Match`). */
  readonly etag: string;
}

/** Who can open the record that is open, as it was read or answered last. */
export class SharingReader {
  readonly #reader: ValueReader<Sharing>;

  constructor(host: ReactiveControllerHost, session: SessionController) {
    this.#reader = new ValueReader(host, session, getSharing);
  }

  /** Who reads whose record; empty while no record is open. */
  get key(): string {
    return this.#reader.key;
  }

  /** Undefined: not read yet, or it could not be. */
  get current(): Sharing | undefined {
    return this.#reader.value;
  }

  /** Why it could not be read. */
  get error(): unknown {
    return this.#reader.error;
  }

  /** Reads it again; until then what is known stays. */
  reload(): Promise<void> {
    return this.#reader.reload();
  }

  /**
   * Changes something, and takes over the answer: how it stands then.
   * @returns whether the record is open still; if not, the request was aborted
   * @throws PortalError
   */
  async change(send: (request: SharingRequest) => Promise<Sharing>): Promise<boolean> {
    const { record, value } = this.#reader;
    if (!record) return false;
    try {
      const sharing = await send({ ...record, etag: value?.etag ?? '' });
      if (!record.signal.aborted) this.#reader.replace(sharing);
    } catch (error) {
      if (!record.signal.aborted) throw error;
    }
    return !record.signal.aborted;
  }
}
