/** What only some pages ask of `<portal-session>`: fetched with the first that does. */
import type { LitElement, ReactiveController } from 'lit';
import { UnreadMessages } from '../../reading/unread-messages.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionStore } from '../../session/session-store.js';
import { PortalUnreadChangedEvent } from './portal-session.events.js';

/** @throws RangeError where nobody is signed in who may open a record with this id */
export const openRecord = async (store: SessionStore | undefined, id: string): Promise<void> => {
  const state = store?.getState();
  if (state?.status !== 'signed-in' || !state.subjects.some((subject) => subject.id === id)) {
    throw new RangeError('openRecord: whoever is signed in may open no record with this id.');
  }
  await store?.dispatch({ type: 'open-record', subject: id });
};

interface Host extends LitElement {
  readonly context: PortalContext | undefined;
}

/** How many messages are unread, for a host that has read `unread`: whoever shows no count has nothing asked. */
export class UnreadCount implements ReactiveController {
  readonly #host: Host;
  readonly #unread: UnreadMessages;
  #told: number | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#unread = new UnreadMessages(host, host);
    host.addController(this);
  }

  /** Undefined: not known now. */
  get messages(): number | undefined {
    return this.#unread.count?.messages;
  }

  hostUpdated(): void {
    if (this.messages === this.#told) return;
    this.#told = this.messages;
    this.#host.dispatchEvent(new PortalUnreadChangedEvent());
  }
}
