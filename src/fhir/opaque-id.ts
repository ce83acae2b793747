/** Murmur3's finalizer: every bit of the input sways every bit of the answer. */
const mixed = (hash: number): number => {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
};

const base36 = (word: number): string => word.toString(36).padStart(7, '0');

/**
 * An id that is always the same for the same parts and tells nothing about them: 64 bits as 14
 * characters of 0-9 and a-z. Good for telling records apart, not for secrets.
 */
export const opaqueId = (...parts: readonly string[]): string => {
  const text = parts.join('\n');
  let one = 0x6a09e667;
  let two = 0xbb67ae85;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    one = Math.imul(one ^ unit, 0x9e3779b1);
    two = Math.imul(two ^ unit, 0x5f356495);
    two = (two << 13) | (two >>> 19);
  }
  return base36(mixed(one)) + base36(mixed(two ^ text.length));
};
