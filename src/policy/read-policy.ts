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
  const name = given ? 'The policy object' : `The policy "${source}"`;
  const candidate = given
    ? source
    : await fetched(source, name, presets, fetchFile, allowedOrigins);
  const mistakes = mistakesOfPolicy(candidate);
  if (mistakes.length > 0) throw new PolicyError(`${name} cannot be used:`, mistakes);
  return candidate as PortalPolicy;
};

const fetched = async (
  address: string,
  name: string,
  presets: readonly string[],
  fetchFile: typeof fetch,
  allowedOrigins: string,
): Promise<unknown> => {
  const help = `A policy is a preset (${presets.join(', ')}) or the address of a JSON file.`;
  // Whoever gives the policy names the phone numbers: a site that the page does not trust may not.
  if (pageHref(address, allowedOrigins) === undefined) {
    throw new PolicyError(
      `${name} is not on this site. Name the site in allowed-origins, or use a file of this one. ${help}`,
    );
  }
  let response: Response;
  try {
    response = await fetchFile(new URL(address, document.baseURI));
  } catch {
    throw new PolicyError(`${name} could not be fetched. ${help}`);
  }
  if (!response.ok) throw new PolicyError(`${name} was answered with ${response.status}. ${help}`);
  try {
    return await response.json();
  } catch {
    throw new PolicyError(`${name} is not JSON. ${help}`);
  }
};
