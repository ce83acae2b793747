import { mistakesOfPolicy } from '../../src/policy/check-policy.js';
import { loadPolicy, presetNames } from '../../src/policy/load-policy.js';
import { PolicyError } from '../../src/policy/policy-error.js';
import type { PortalPolicy } from '../../src/policy/portal-policy.js';
import { readJson } from './json-file.js';

/**
 * The policy of a preset, or of a hospital's own JSON file.
 * @throws PolicyError that names every mistake by its path
 * @throws StartError for a file that cannot be read
 */
export const readPolicy = async (source: string): Promise<PortalPolicy> => {
  if (presetNames.includes(source)) return loadPolicy(source);
  const candidate = await readJson(source, 'a policy');
  const mistakes = mistakesOfPolicy(candidate);
  if (mistakes.length > 0) {
    throw new PolicyError(`The policy "${source}" cannot be used:`, mistakes);
  }
  return candidate as PortalPolicy;
};
