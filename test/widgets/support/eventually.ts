/** How long to wait for what may never come, in milliseconds: a busy machine may take its time. */
const patience = 30_000;

/**
 * Tries until it no longer throws, and returns what it returns. For what follows from answers of the
 * backend; it looks again as often as the page has come to rest.
 * @throws what the last try threw
 */
export const eventually = async <T>(attempt: () => T): Promise<T> => {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
};
