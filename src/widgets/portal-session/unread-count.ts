import type { LitElement, ReactiveController } from 'lit';
import { UnreadMessages } from '../../reading/unread-messages.js';
import type { PortalContext } from '../../session/portal-context.js';
import { PortalUnreadChangedEvent } from './portal-session.events.js';

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
