import { pageHref } from '../shape/address.js';
import { mistakesOfPolicy } from './check-policy.js';
import { PolicyError } from './policy-error.js';
import type { PolicySource } from './policy-source.js';
import type { PortalPolicy } from './portal-policy.js';

/**
 * A hospital's own policy, from an object or the address of a JSON file. Fetched only where it is used.
 * @throws PolicyError
 */
export const readPolicy = async (
  source: PolicySource,
  presets: readonly string[],
  fetchFile: typeof fetch,
  allowedOrigins = '',
): Promise<PortalPolicy> => {
  const given = typeof source === 'object';
  if (source === '') {
    throw new PolicyError(`has no policy. ${helpWith(presets)}`, [], 'policy-missing');
  }
  const name = given ? 'The policy object' : `The policy "${source}"`;
  const candidate = given
    ? source
    : await fetched(source, name, presets, fetchFile, allowedOrigins);
  const mistakes = mistakesOfPolicy(candidate);
  if (mistakes.length > 0) throw new PolicyError(`${name} cannot be used:`, mistakes);
  return candidate as PortalPolicy;
};

const helpWith = (presets: readonly string[]): string =>
  `A policy is a preset (${presets.join(', ')}) or the address of a JSON file.`;

const fetched = async (
  address: string,
  name: string,
  presets: readonly string[],
  fetchFile: typeof fetch,
  allowedOrigins: string,
): Promise<unknown> => {
  const help = helpWith(presets);
  const unusable = (why: string) =>
    new PolicyError(`${name} ${why} ${help}`, [], 'policy-not-found');
  // Whoever gives the policy names the phone numbers: a site that the page does not trust may not.
  if (pageHref(address, allowedOrigins) === undefined) {
    throw unusable(
      'is not on this site. Name the site in allowed-origins, or use a file of this one.',
    );
  }
  let response: Response;
  try {
    response = await fetchFile(new URL(address, document.baseURI));
  } catch {
    throw unusable('could not be fetched.');
  }
  if (!response.ok) throw unusable(`was answered with ${response.status}.`);
  try {
    return await response.json();
  } catch {
    throw unusable('is not JSON.');
  }
};
