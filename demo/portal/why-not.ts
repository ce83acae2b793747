import { StorageError } from '../../mocks/index.js';

/** Why this browser cannot show the demo, and what to do about it. */
export const whyNot = (error: unknown): string => {
  if (!isSecureContext) {
    return 'This demo runs only over https or on this computer itself. Open it as http://localhost, with the same port.';
  }
  if (error instanceof StorageError) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  return `The simulated backend did not start, so the portal cannot be shown: ${reason}`;
};
