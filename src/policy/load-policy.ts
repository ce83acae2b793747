import type { Mistake } from '../shape/shape.js';
import type { PortalPolicy } from './portal-policy.js';

/** Where a policy comes from: a preset's name, the URL of a JSON file, or the object itself. */
export type PolicySource = string | object;

/** A policy that cannot be used, with every mistake in it. */
export class PolicyError extends Error {
  constructor(
    summary: string,
    readonly mistakes: readonly Mistake[] = [],
  ) {
    const list = mistakes.map(
      ({ path, expected }) => `\n  ${path || 'policy'}: expected ${expected}`,
    );
    super(`${summary}${list.join('')}`);
  }
}

const presets: Readonly<Record<string, () => Promise<PortalPolicy>>> = {
  mychart: async () => (await import('./mychart.js')).mychart,
  mycooper: async () => (await import('./mycooper.js')).mycooper,
};

/**
 * The policy of a preset, file or object. What is no preset is checked as a whole.
 * @throws PolicyError that names every mistake by its path
 */
export const loadPolicy = async (
  source: PolicySource,
  options: { readonly baseUrl?: string; readonly fetch?: typeof fetch } = {},
): Promise<PortalPolicy> => {
  if (typeof source !== 'string') return checked(source, 'The policy object');
  const preset = Object.hasOwn(presets, source) ? presets[source] : undefined;
  return preset
    ? preset()
    : checked(await read(source, options.fetch ?? fetch, options.baseUrl), `The policy ${source}`);
};

const checked = async (candidate: unknown, name: string): Promise<PortalPolicy> => {
  const { mistakesOfPolicy } = await import('./check-policy.js');
  const mistakes = mistakesOfPolicy(candidate);
  if (mistakes.length > 0) throw new PolicyError(`${name} cannot be used:`, mistakes);
  return candidate as PortalPolicy;
};

const read = async (
  source: string,
  fetchFile: typeof fetch,
  baseUrl?: string,
): Promise<unknown> => {
  const help = `A policy is the name of a preset (${Object.keys(presets).join(', ')}) or the address of a JSON file.`;
  let response: Response;
  try {
    response = await fetchFile(new URL(source, baseUrl ?? document.baseURI));
  } catch {
    throw new PolicyError(`The policy ${source} could not be fetched. ${help}`);
  }
  if (!response.ok) {
    throw new PolicyError(`The policy ${source} was answered with ${response.status}. ${help}`);
  }
  try {
    return await response.json();
  } catch {
    throw new PolicyError(`The policy ${source} is not JSON. ${help}`);
  }
};
