import { readFile } from 'node:fs/promises';
import { StartError } from './start-error.js';

/**
 * @param expected what the file should hold: "a FHIR bundle"
 * @throws StartError that names the file
 */
export const readJson = async (file: string, expected: string): Promise<unknown> => {
  const text = await readText(file);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')); // some editors put a mark before it
  } catch {
    throw new StartError(`${file}: this is not JSON, so not ${expected}.`);
  }
};

/** @throws StartError that names the file */
export const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new StartError(`${file}: ${code === 'ENOENT' ? 'there is no such file.' : message}`);
  }
};
