/** Start values of the four lanes of {@link opaqueId}: fractional digits of square roots. */
const seeds = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a];

/** One 32-bit lane: multiply and rotate over the characters, then murmur3's finalizer. */
function lane(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x5bd1e995);
    hash = (hash << 13) | (hash >>> 19);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * An id that is always the same for the same parts and tells nothing about them: 28 characters
 * of 0-9 and a-z. Good for telling records apart, not for secrets.
 */
export function opaqueId(...parts: readonly string[]): string {
  const text = JSON.stringify(parts);
  return seeds.map((seed) => lane(text, seed).toString(36).padStart(7, '0')).join('');
}
