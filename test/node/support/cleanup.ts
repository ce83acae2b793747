const ends: (() => unknown)[] = [];

/** Does something once the test has ended, passed or failed; the last one asked for comes first. */
export const finallyDo = (end: () => unknown): void => {
  ends.push(end);
};

afterEach(async () => {
  for (let end = ends.pop(); end; end = ends.pop()) await end();
});
