import { mistakesOfPolicy } from '../../src/policy/check-policy.js';
import { loadPolicy, presetNames } from '../../src/policy/load-policy.js';
import type { PortalPolicy } from '../../src/policy/portal-policy.js';
import type { Backend } from '../host.js';
import { DeskError } from './desk-error.js';

/**
 * Puts another policy in force, in every tab.
 * @param source name of a preset, or a hospital's own policy
 * @throws DeskError that names every mistake
 */
export const usePolicy = async (
  hospital: Pick<Backend, 'setPolicy'>,
  source: string | object,
): Promise<void> => {
  const isPreset = typeof source === 'string' && presetNames.includes(source);
  await hospital.setPolicy(isPreset ? await loadPolicy(source) : checked(source));
};

const checked = (candidate: unknown): PortalPolicy => {
  const mistakes = mistakesOfPolicy(candidate);
  if (mistakes.length === 0) return candidate as PortalPolicy; // as it was just checked
  throw new DeskError(
    'invalid-request',
    'This policy cannot be used; `errors` names each mistake.',
    mistakes.map(({ path, expected }) => ({
      pointer: ['/body/policy', ...path.split('.').filter(Boolean)].join('/'),
      detail: `${path || 'policy'}: expected ${expected}`,
    })),
  );
};
