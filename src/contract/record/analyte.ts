import type { Observation } from './results.js';

/**
 * What is measured, the same each time: the LOINC code, or the name where there is none, and what it is a
 * part of. Glucose of the serum and of the urine, or of two ears one tone, are two things.
 */
export const analyteOf = ({
  code,
  name,
  group,
}: Pick<Observation, 'code' | 'name' | 'group'>): string =>
  [...(group === undefined ? [] : [group]), code?.code ?? name].join(': ');

/** Its name, with what it is a part of. */
export const observationName = ({ group, name }: Pick<Observation, 'name' | 'group'>): string =>
  group === undefined ? name : `${group}: ${name}`;
