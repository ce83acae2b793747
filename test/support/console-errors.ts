/** What `run` writes to `console.error`, as text, instead of in the log of the tests. */
export const consoleErrors = async (run: () => Promise<unknown>): Promise<string> => {
  const original = console.error;
  const written: unknown[] = [];
  console.error = (...parts: unknown[]) => {
    written.push(...parts);
  };
  try {
    await run();
  } finally {
    console.error = original;
  }
  return written.map(String).join(' ');
};
