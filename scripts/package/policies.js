import * as z from 'zod/mini';

/**
 * The presets as JSON, and the JSON Schema of a policy, for whoever writes one of a hospital's own.
 * @param {(name: string) => Promise<any>} load a module of src/policy
 * @returns {Promise<Map<string, string>>} texts by path in dist
 */
export async function policyFiles(load) {
  const { portalPolicySchema } = await load('portal-policy');
  const schema = {
    ...z.toJSONSchema(portalPolicySchema, { io: 'input' }),
    title: 'Policy of a patient portal',
  };
  const presets = await Promise.all(
    ['mychart', 'mycooper'].map(async (name) => [name, (await load(name))[name]]),
  );
  const json = (/** @type {unknown} */ value) => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    ['policy.schema.json', json(schema)],
    ...presets.map(
      ([name, policy]) => /** @type {const} */ ([`policies/${name}.json`, json(policy)]),
    ),
  ]);
}
