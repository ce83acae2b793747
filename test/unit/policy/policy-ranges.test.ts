import { expect } from 'chai';
import * as z from 'zod/mini';
import { mistakesOfPolicy } from '../../../src/policy/check-policy.js';
import { mychart } from '../../../src/policy/mychart.js';
import { portalPolicySchema } from '../../../src/policy/portal-policy.js';

type Values = Record<string, unknown>;

interface NumberSchema {
  readonly type?: string;
  readonly minimum: number;
  readonly maximum: number;
}

/** Every range of whole numbers that stands in an object of the policy, with the ranges beside it. */
const rangesIn = (
  schema: { readonly properties?: Readonly<Record<string, unknown>> },
  path: readonly string[] = [],
): { path: readonly string[]; ranges: [name: string, range: NumberSchema][] }[] => {
  const members = Object.entries(schema.properties ?? {});
  const ranges = members.filter(
    (member): member is [string, NumberSchema] => (member[1] as NumberSchema).type === 'integer',
  );
  return [
    ...(ranges.length > 0 ? [{ path, ranges }] : []),
    ...members.flatMap(([name, member]) => rangesIn(member as object, [...path, name])),
  ];
};

/** mychart with files, and with these values in one of its objects. */
const withValues = (path: readonly string[], values: Values): object => {
  const policy = structuredClone({
    ...mychart,
    messages: {
      ...mychart.messages,
      attachments: { maxFiles: 1, maxFileMegabytes: 1, maxTotalMegabytes: 1, types: ['image/png'] },
      unsent: { files: 20, drafts: 1 },
    },
  });
  const target = path.reduce<Values>((object, name) => object[name] as Values, policy);
  Object.assign(target, values);
  return policy;
};

/** All ways to give each of these ranges one of its ends. */
const endsOf = (ranges: readonly [string, NumberSchema][]): Values[] =>
  ranges.reduce<Values[]>(
    (ways, [name, { minimum, maximum }]) =>
      ways.flatMap((way) => [minimum, maximum].map((value) => ({ ...way, [name]: value }))),
    [{}],
  );

describe('the ranges of a policy', () => {
  const all = rangesIn(z.toJSONSchema(portalPolicySchema, { io: 'input' }));

  it('are found', () => {
    expect(all.map(({ path }) => path.join('.'))).to.include.members([
      'session',
      'login',
      'results.typicalDays',
      'messages.attachments',
    ]);
  });

  for (const { path, ranges } of all) {
    for (const [name, { minimum, maximum }] of ranges) {
      for (const value of [minimum, maximum]) {
        it(`promise nothing that is never valid: ${[...path, name].join('.')} of ${value}`, () => {
          const ways = endsOf(ranges.filter(([other]) => other !== name));
          const valid = ways.filter(
            (way) => mistakesOfPolicy(withValues(path, { ...way, [name]: value })).length === 0,
          );
          expect(valid).not.to.deep.equal([]);
        });
      }
    }
  }

  it('say what cannot be: idle minutes that leave no room for a warning', () => {
    expect(mistakesOfPolicy(withValues(['session'], { idleMinutes: 1 }))).to.deep.equal([
      { path: 'session.idleMinutes', expected: 'a whole number of 2 to 480' },
    ]);
  });

  it('have no hour to open after which nothing can close, or to close before which nothing opens', () => {
    for (const hours of [{ opens: '23:59' }, { closes: '00:00' }]) {
      const [mistake] = mistakesOfPolicy(withValues(['calendar'], hours));
      expect(mistake?.path).to.equal(`calendar.${Object.keys(hours).join()}`);
      expect(mistake?.expected).to.match(/^text like /);
    }
    for (const hours of [
      { opens: '00:00', closes: '00:01' },
      { opens: '23:58', closes: '23:59' },
    ]) {
      expect(mistakesOfPolicy(withValues(['calendar'], hours))).to.deep.equal([]);
    }
  });
});
