/** Made by `.storybook/rule-tests.ts` as Storybook is built. */
declare module 'virtual:rule-tests' {
  /** How many test cases name a rule. */
  export const testCounts: Readonly<Record<string, number>>;
}
