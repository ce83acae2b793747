import { base64url } from '../../base64url.js';
import { derive, equalBytes, hashOfNobody, hashPassword, readHash } from '../../password-hash.js';

/** A hash that is not there yet: what asks for it runs again once it is. */
class NotHashedYet extends Error {
  override readonly name = 'NotHashedYet';

  constructor(readonly hash: () => Promise<void>) {
    super('This is to be hashed first.');
  }
}

/**
 * Hashes of what one request has typed. They take long, and all others would wait where a transaction did:
 * it is broken off, undone, and begun anew once the hash is there. So what is compared with is always what
 * is stored when the effect is.
 */
export class Hashes {
  /** Matches no password, and is as much work to check as a real one (`login.no-hints`). */
  readonly ofNobody: string;
  readonly #iterations: number;
  readonly #made = new Map<string, string>();
  readonly #derived = new Map<string, Uint8Array>();

  constructor(iterations: number) {
    this.#iterations = iterations;
    this.ofNobody = hashOfNobody(iterations);
  }

  /** A hash of it to store. @throws NotHashedYet */
  of(text: string): string {
    const made = this.#made.get(text);
    if (made !== undefined) return made;
    throw new NotHashedYet(async () => {
      this.#made.set(text, await hashPassword(text, this.#iterations));
    });
  }

  /** Whether it is what this is the hash of. @throws NotHashedYet */
  match(text: string, stored: string): boolean {
    const { iterations, salt, hash } = readHash(stored);
    const key = JSON.stringify([text, iterations, base64url(salt)]);
    const derived = this.#derived.get(key);
    if (derived) return equalBytes(derived, hash);
    throw new NotHashedYet(async () => {
      this.#derived.set(key, await derive(text, salt, iterations));
    });
  }
}

/** How many requests hash at a time: the threads that an engine has for it do other work, too. */
const atATime = 2;

let free = atATime;
const queue: (() => void)[] = [];

/** Waits until one less is at it. */
const inTurn = async <T>(run: () => Promise<T>): Promise<T> => {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => queue.push(resolve));
  try {
    return await run();
  } finally {
    const next = queue.shift();
    if (next) next();
    else free += 1;
  }
};

/**
 * Runs what asks for hashes, as often as it takes until all are there. Each time it has to begin with what is
 * stored, and leave nothing where it throws, as a transaction does. Whoever has waited for a turn begins anew
 * before anything is hashed: by then it may be refused.
 */
export const withHashes = async <T>(
  iterations: number,
  run: (hashes: Hashes) => Promise<T>,
): Promise<T> => {
  const hashes = new Hashes(iterations);
  const tryNow = async (): Promise<{ readonly value: T } | NotHashedYet> => {
    try {
      return { value: await run(hashes) };
    } catch (error) {
      if (error instanceof NotHashedYet) return error;
      throw error;
    }
  };
  const first = await tryNow();
  if (!(first instanceof NotHashedYet)) return first.value;
  return inTurn(async () => {
    for (;;) {
      const result = await tryNow();
      if (!(result instanceof NotHashedYet)) return result.value;
      await result.hash();
    }
  });
};
