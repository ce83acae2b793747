import type { ReactiveControllerHost } from 'lit';
import type { PortalClient } from '../../../client/portal-client.js';
import { PortalError, RefusedError, UnavailableError } from '../../../client/portal-errors.js';
import { addAttachment, removeAttachment } from '../../../contract/generated/attachments.js';
import type { AttachmentSummary } from '../../../contract/messages/threads.js';
import { msg, str } from '../../../locales/localize.js';
import {
  tooLargeWords,
  tooManyWords,
  tooMuchWords,
  wrongTypeWords,
  type FileLimits,
} from './files-words.js';
import { readFile } from './read-file.js';
import { Thumbnails } from './thumbnails.js';

/** A file of a message that is being written. */
export interface MessageFile {
  /** Made up here; the backend keeps it under this. */
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly state: 'reading' | 'sending' | 'sent' | 'failed';
  /**
   * How much of it is read, from 0 to 1. Of what is being sent nobody knows how much has arrived: `fetch` does
   * not tell, and the backend takes a file in one piece.
   */
  readonly progress: number;
  /** Why it is not with the message. */
  readonly problem?: string;
  /** Whether trying again may help. */
  readonly canRetry?: boolean;
}

/** Where files go: to one record, for one draft. */
export interface FilesPlace {
  readonly client: PortalClient;
  readonly subject: string;
  readonly draft: string;
}

/**
 * The files of a message that is being written, each read and sent on its own. Taking one away
 * aborts whatever is under way with it.
 */
export class MessageFiles {
  files: readonly MessageFile[] = [];
  /** What was done last, for those who listen. */
  news = '';
  readonly thumbnails: Thumbnails;
  readonly #host: ReactiveControllerHost;
  readonly #onChange: () => void;
  readonly #uploads = new Map<string, AbortController>();
  readonly #contents = new Map<string, File>();

  /** @param onChange called when other files are with the message than before */
  constructor(host: ReactiveControllerHost, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    this.thumbnails = new Thumbnails(host);
  }

  /** Those that the backend has. */
  get sent(): readonly MessageFile[] {
    return this.files.filter(({ state }) => state === 'sent');
  }

  get isBusy(): boolean {
    return this.#uploads.size > 0;
  }

  /** Whether some of them will not go with the message as they are. */
  get hasFailed(): boolean {
    return this.files.some(({ state }) => state === 'failed');
  }

  /** Forgets all, and ends what is under way. The backend keeps what it has with the draft. */
  reset(files: readonly Pick<MessageFile, 'id' | 'name' | 'size'>[] = []): void {
    for (const upload of this.#uploads.values()) upload.abort();
    this.#uploads.clear();
    this.#contents.clear();
    this.news = '';
    for (const { id } of this.files) this.thumbnails.drop(id);
    this.files = files.map(({ id, name, size }) => ({
      id,
      name,
      size,
      state: 'sent' as const,
      progress: 1,
    }));
    this.#host.requestUpdate();
  }

  /** Brings files, as far as they are within the limits; of all others it says what is wrong. */
  add(files: readonly File[], place: FilesPlace, limits: FileLimits, locale: string): void {
    for (const file of files) {
      const problem = this.#problemWith(file, limits, locale);
      const id = crypto.randomUUID();
      const { name, size } = file;
      const state = problem ? ('failed' as const) : ('reading' as const);
      this.files = [
        ...this.files,
        { id, name, size, state, progress: 0, ...(problem && { problem }) },
      ];
      if (problem) continue;
      this.#contents.set(id, file);
      void this.thumbnails.add(id, file, () => this.files.some((each) => each.id === id));
      void this.#upload(id, file, place, limits, locale);
    }
    this.#host.requestUpdate();
  }

  retry(id: string, place: FilesPlace, limits: FileLimits, locale: string): void {
    const file = this.#contents.get(id);
    if (!file || this.#uploads.has(id)) return;
    void this.#upload(id, file, place, limits, locale);
  }

  /** Takes a file away, or ends its upload. */
  async remove(id: string, { client, subject }: FilesPlace): Promise<void> {
    this.#uploads.get(id)?.abort();
    this.#uploads.delete(id);
    const { name = '', state } = this.files.find((file) => file.id === id) ?? {};
    const wasChosen = this.#contents.delete(id);
    const mayBeThere = state === 'sent' || (wasChosen && state !== 'reading');
    this.files = this.files.filter((file) => file.id !== id);
    this.thumbnails.drop(id);
    this.news = msg(str`${name} was removed.`);
    this.#onChange();
    this.#host.requestUpdate();
    if (!mayBeThere) return;
    try {
      await client.call(removeAttachment, { params: { subject, attachment: id } });
    } catch (error) {
      // It goes with the draft, or by itself after a while.
      if (!(error instanceof PortalError)) throw error;
    }
  }

  /** The backend does not have a file any more. */
  lose(id: string): void {
    this.#change(id, {
      state: 'failed',
      problem: msg('We no longer have this file. Add it again.'),
      canRetry: false,
    });
  }

  #problemWith(file: File, limits: FileLimits, locale: string): string | undefined {
    const others = this.files.filter(({ state }) => state !== 'failed');
    const total = others.reduce((sum, { size }) => sum + size, file.size);
    if (others.length >= limits.maxFiles) return tooManyWords(limits);
    if (file.size === 0) return msg('This file is empty.');
    if (file.size > limits.maxFileBytes) return tooLargeWords(file.size, limits, locale);
    return total > limits.maxTotalBytes ? tooMuchWords(limits, locale) : undefined;
  }

  async #upload(
    id: string,
    file: File,
    { client, subject, draft }: FilesPlace,
    limits: FileLimits,
    locale: string,
  ): Promise<void> {
    const upload = new AbortController();
    const { signal } = upload;
    this.#uploads.set(id, upload);
    this.#change(id, { state: 'reading', progress: 0 });
    try {
      const data = await readFile(
        file,
        (bytes) => {
          if (!signal.aborted) this.#change(id, { progress: bytes / file.size });
        },
        signal,
      );
      signal.throwIfAborted();
      this.#change(id, { state: 'sending', progress: 1 });
      const summary = await client.call(
        addAttachment,
        { params: { subject, attachment: id }, body: { name: file.name, draft, data } },
        { signal },
      );
      if (signal.aborted) return;
      this.#onSent(summary);
    } catch (error) {
      if (signal.aborted) return;
      this.#uploads.delete(id);
      const failure = problemOf(error, file, limits, locale);
      this.news = `${file.name}: ${failure.problem ?? ''}`;
      this.#change(id, { state: 'failed', ...failure });
    }
  }

  /** As the backend calls it: its name may have been cleaned. */
  #onSent({ id, name, size }: AttachmentSummary): void {
    this.#uploads.delete(id);
    this.#contents.delete(id);
    this.news = msg(str`${name} was added.`);
    this.#change(id, { name, size, state: 'sent', progress: 1 });
    this.#onChange();
  }

  #change(id: string, change: Partial<MessageFile>): void {
    this.files = this.files.map((file) => {
      if (file.id !== id) return file;
      const { name, size, state, progress } = file;
      return { id, name, size, state, progress, ...change };
    });
    this.#host.requestUpdate();
  }
}

const problemOf = (
  error: unknown,
  file: File,
  limits: FileLimits,
  locale: string,
): Pick<MessageFile, 'problem' | 'canRetry'> => {
  if (error instanceof UnavailableError && error.status === 415) {
    return { problem: wrongTypeWords(limits, locale) };
  }
  if (error instanceof UnavailableError && error.status === 413) {
    return { problem: tooLargeWords(file.size, limits, locale) };
  }
  if (error instanceof RefusedError && error.rule === 'messages.unsent-limit') {
    return {
      problem: msg(
        'You have too many unsent files. Send or remove some, here or in your drafts. Then try again.',
      ),
      canRetry: true,
    };
  }
  if (error instanceof RefusedError) return { problem: msg('You can’t add files here.') };
  if (error instanceof PortalError) {
    return { problem: msg('This file wasn’t uploaded.'), canRetry: true };
  }
  return { problem: msg('We can’t read this file. Choose it again.') };
};
