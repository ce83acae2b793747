/** What `run` writes to `console.error`, as text, instead of in the log of the tests. */
export const consoleErrors = async (run: () => unknown): Promise<string> => {
  const original = console.error;
  const written: unknown[] = [];
  console.error = (...parts: unknown[]) => {
    written.push(...parts);
  };
  try {
    await run();
    await untilTold();
  } finally {
    console.error = original;
  }
  return written.map(String).join(' ');
};

/** What `run` writes to the console as warnings and errors, line by line, instead of in the log of the tests. */
export const consoleLines = async (run: () => unknown): Promise<string[]> => {
  const { warn, error } = console;
  const lines: string[] = [];
  const note = (...parts: unknown[]) => {
    lines.push(parts.map(String).join(' '));
  };
  console.warn = note;
  console.error = note;
  try {
    await run();
    await untilTold();
  } finally {
    console.warn = warn;
    console.error = error;
  }
  return lines;
};

/** What is set up wrong is told in words that are fetched first. */
const untilTold = async () => {
  await import('../../src/shape/setup-words.js');
  await new Promise((resolve) => setTimeout(resolve));
};
