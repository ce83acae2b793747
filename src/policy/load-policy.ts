import type { PolicySource } from './policy-source.js';
import type { PortalPolicy } from './portal-policy.js';

const presets: Readonly<Record<string, () => Promise<PortalPolicy>>> = {
  mychart: async () => (await import('./mychart.js')).mychart,
  mycooper: async () => (await import('./mycooper.js')).mycooper,
};

/** The names of the presets. */
export const presetNames: readonly string[] = Object.keys(presets);

/**
 * The policy of a preset, file or object. What is no preset is checked as a whole.
 * @param allowedOrigins other sites that a file may come from, as `allowed-origins` lists them
 * @throws PolicyError that names every mistake by its path
 */
export const loadPolicy = async (
  source: PolicySource,
  fetchFile: typeof fetch = fetch,
  allowedOrigins = '',
): Promise<PortalPolicy> => {
  const preset =
    typeof source === 'string' && Object.hasOwn(presets, source) ? presets[source] : undefined;
  if (preset) return preset();
  const { readPolicy } = await import('./read-policy.js');
  return readPolicy(source, presetNames, fetchFile, allowedOrigins);
};
