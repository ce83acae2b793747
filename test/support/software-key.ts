import { base64url, fromBase64url } from '../../mocks/base64url.js';
import type { InputOf } from '../../src/contract/endpoint.js';
import type { contract } from '../../src/contract/index.js';

type NewCredential = InputOf<typeof contract.addPasskey>['body']['credential'];
type UsedCredential = InputOf<typeof contract.signInWithPasskey>['body']['credential'];

/** What a key is asked with. */
interface Asked {
  readonly challenge: string;
  readonly rpId: string;
  /** The site that asks. */
  readonly origin: string;
}

/** What a key may do other than it should. */
interface Flaw {
  /** Whether it has made sure of its owner. */
  readonly userVerified?: boolean;
  /** How often it says that it was used. */
  readonly counter?: number;
}

/** An authenticator in software (WebAuthn): makes one passkey, ES256, and signs with it. */
export class SoftwareKey {
  readonly credentialId = base64url(crypto.getRandomValues(new Uint8Array(32)));
  userHandle = '';
  counter = 0;
  readonly #keys: CryptoKeyPair;

  static async make(): Promise<SoftwareKey> {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
    return new SoftwareKey(await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']));
  }

  private constructor(keys: CryptoKeyPair) {
    this.#keys = keys;
  }

  /** What `navigator.credentials.create` gives, as JSON. */
  async create(asked: Asked, userHandle: string, flaw: Flaw = {}): Promise<NewCredential> {
    this.userHandle = userHandle;
    const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', this.#keys.publicKey);
    const coseKey = [
      ...[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01], // EC2, ES256, P-256
      ...[0x21, 0x58, 32, ...fromBase64url(x)],
      ...[0x22, 0x58, 32, ...fromBase64url(y)],
    ];
    const id = fromBase64url(this.credentialId);
    const attested = [...new Uint8Array(16), 0, id.length, ...id, ...coseKey];
    const data = [...(await this.#authenticatorData(asked.rpId, 0x40, flaw)), ...attested];
    const attestationObject = [
      0xa3,
      ...[...cborText('fmt'), ...cborText('none')],
      ...[...cborText('attStmt'), 0xa0],
      ...[...cborText('authData'), 0x58, data.length, ...data],
    ];
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: base64url(clientData('webauthn.create', asked)),
        attestationObject: base64url(new Uint8Array(attestationObject)),
        transports: ['internal'],
      },
    };
  }

  /** What `navigator.credentials.get` gives, as JSON. */
  async get(asked: Asked, flaw: Flaw = {}): Promise<UsedCredential> {
    this.counter += 1;
    const data = new Uint8Array(await this.#authenticatorData(asked.rpId, 0, flaw));
    const client = clientData('webauthn.get', asked);
    const signed = new Uint8Array([...data, ...(await sha256(client))]);
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const raw = await crypto.subtle.sign(algorithm, this.#keys.privateKey, signed);
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(derOf(new Uint8Array(raw))),
        userHandle: this.userHandle,
      },
    };
  }

  #credential() {
    const { credentialId: id } = this;
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
  }

  async #authenticatorData(rpId: string, more: number, flaw: Flaw): Promise<number[]> {
    const { userVerified = true, counter = this.counter } = flaw;
    const flags = 0x01 | (userVerified ? 0x04 : 0) | more;
    const count = [24, 16, 8, 0].map((bits) => (counter >>> bits) & 0xff);
    return [...(await sha256(new TextEncoder().encode(rpId))), flags, ...count];
  }
}

const clientData = (type: string, { challenge, origin }: Asked): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** Shorter than 24 letters (RFC 8949). */
const cborText = (text: string): number[] => [
  0x60 + text.length,
  ...new TextEncoder().encode(text),
];

/** The two numbers of a signature, as WebAuthn has them (ASN.1 DER). */
const derOf = (raw: Uint8Array): Uint8Array => {
  const numbers = [raw.slice(0, 32), raw.slice(32)].flatMap((bytes) => {
    const first = bytes.findIndex((byte) => byte !== 0);
    const short = [...bytes.slice(first)];
    const positive = (short[0] ?? 0) < 0x80 ? short : [0, ...short];
    return [0x02, positive.length, ...positive];
  });
  return new Uint8Array([0x30, numbers.length, ...numbers]);
};
