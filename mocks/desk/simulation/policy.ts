import * as z from 'zod/mini';
import { mistakesOfPolicy } from '../../../src/policy/check-policy.js';
import { loadPolicy, presetNames } from '../../../src/policy/load-policy.js';
import { portalPolicySchema, type PortalPolicy } from '../../../src/policy/portal-policy.js';
import { allowed, type Decision } from '../../rules/decision.js';
import { backendAct } from '../act.js';
import { invalid } from '../refusals.js';

const policyAnswer = z.object({ policy: portalPolicySchema });

export const readPolicy = backendAct(
  {
    id: 'readPolicy',
    summary: 'The policy in force.',
    method: 'GET',
    path: '/desk/policy',
    request: {},
    response: policyAnswer,
    safe: true,
  },
  ({ backend: { policy } }) => allowed({ policy }),
);

export const usePolicy = backendAct(
  {
    id: 'usePolicy',
    summary: 'Puts another policy in force: a preset by its name, or a hospital’s own.',
    method: 'PUT',
    path: '/desk/policy',
    request: { body: z.object({ policy: z.union([z.enum(presetNames), z.looseObject({})]) }) },
    response: policyAnswer,
    safe: false,
  },
  async ({ backend, body }) => {
    const { policy: source } = body;
    const policy = typeof source === 'string' ? allowed(await loadPolicy(source)) : checked(source);
    if (!policy.ok) return policy;
    await backend.setPolicy(policy.value);
    return allowed({ policy: backend.policy });
  },
);

/** A hospital's own; the refusal names every mistake in it. */
const checked = (candidate: unknown): Decision<PortalPolicy> => {
  const mistakes = mistakesOfPolicy(candidate);
  if (mistakes.length === 0) return allowed(candidate as PortalPolicy); // as it was just checked
  return invalid(
    'This policy cannot be used; `errors` names each mistake.',
    mistakes.map(({ path, expected }) => ({
      pointer: ['/body/policy', ...path.split('.').filter(Boolean)].join('/'),
      detail: `${path || 'policy'}: expected ${expected}`,
    })),
  );
};
