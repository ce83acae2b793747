/**
 * The same value, frozen through and through: whoever holds it shares it with others, and a change in place
 * throws instead of reaching them. What is frozen already is not walked again.
 */
export const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (ArrayBuffer.isView(value)) return value; // bytes cannot be frozen
  Object.freeze(value);
  for (const member of Object.values(value)) frozen(member);
  return value;
};
