/** A file that no person can be read from. The message says what was found and what is expected. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
