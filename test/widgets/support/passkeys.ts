import { fromBase64url } from '../../../mocks/base64url.js';
import type { SoftwareKey } from '../../support/software-key.js';

const rpId = location.hostname;
const { origin } = location;

interface Options {
  readonly publicKey: {
    readonly challenge: ArrayBuffer;
    readonly user: { readonly id: ArrayBuffer };
  };
  readonly mediation?: string;
  readonly signal?: AbortSignal;
}

const text = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** The credential as the browser's own object, whose bytes are buffers. */
const asObject = (credential: { id: string; rawId: string; response: object }) => ({
  ...credential,
  rawId: fromBase64url(credential.rawId).buffer,
  getClientExtensionResults: () => ({}),
  response: {
    ...Object.fromEntries(
      Object.entries(credential.response).map(([name, value]) => [
        name,
        typeof value === 'string' ? fromBase64url(value).buffer : (value as unknown),
      ]),
    ),
    getTransports: () => ['internal'],
  },
});

/** The list below the username field, in which a browser offers passkeys when a page asks it to. */
export class KeyList {
  #pick: (() => void) | undefined;

  /** The owner picks the key that is offered. @throws Error if none is */
  readonly pick = (): void => {
    if (!this.#pick) throw new Error('No passkey is offered.');
    this.#pick();
    this.#pick = undefined;
  };

  /** @throws Error if none is offered */
  readonly expectOffer = (): void => {
    if (!this.#pick) throw new Error('No passkey is offered.');
  };

  /** Offers until one is picked. */
  offer(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#pick = resolve;
      signal?.addEventListener('abort', () => {
        this.#pick = undefined;
        reject(signal.reason as Error);
      });
    });
  }
}

/**
 * Lets the page's browser use a key, whose owner is there and willing; null: the owner refuses.
 * @param list where it is offered, too; default: in none
 * @returns what ends that
 */
export const useKey = (key: SoftwareKey | null, list?: KeyList): (() => void) => {
  const refuse = () => Promise.reject(new DOMException('The owner refuses.', 'NotAllowedError'));
  const credentials = {
    create: async ({ publicKey: { challenge, user } }: Options) =>
      key
        ? asObject(await key.create({ challenge: text(challenge), rpId, origin }, text(user.id)))
        : refuse(),
    get: async ({ publicKey: { challenge }, mediation, signal }: Options) => {
      if (mediation === 'conditional') await list?.offer(signal);
      return key ? asObject(await key.get({ challenge: text(challenge), rpId, origin })) : refuse();
    },
  };
  // eslint-disable-next-line @typescript-eslint/no-extraneous-class -- stands for the browser's own
  class FakeCredential {
    static isConditionalMediationAvailable = () => Promise.resolve(list !== undefined);
  }
  const undo = [
    replace(navigator, 'credentials', credentials),
    replace(window, 'PublicKeyCredential', FakeCredential),
  ];
  return () => {
    for (const each of undo) each();
  };
};

const replace = (target: object, name: string, value: unknown): (() => void) => {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
  return () => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  };
};
