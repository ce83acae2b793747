import { readFile } from 'node:fs/promises';
import { StartError } from './start-error.js';

/**
 * @param expected what the file should hold: "a FHIR bundle"
 * @throws StartError that names the file
 */
export const readJson = async (file: string, expected: string): Promise<unknown> => {
  try {
    const text = await readFile(file, 'utf8');
    return JSON.parse(text.replace(/^\uFEFF/, '')); // some editors put a mark before it
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new StartError(`${file}: this is not JSON, so not ${expected}.`);
    }
    const { code, message } = error as NodeJS.ErrnoException;
    throw new StartError(`${file}: ${code === 'ENOENT' ? 'there is no such file.' : message}`);
  }
};
