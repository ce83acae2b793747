import type { accountRefusal } from './account-refusal.js';

/**
 * The words of a refusal, fetched with the first one: most people never see any. Undefined where they
 * could not be fetched.
 */
export const loadAccountRefusal = async (): Promise<typeof accountRefusal | undefined> => {
  try {
    return (await import('./account-refusal.js')).accountRefusal;
  } catch (error) {
    console.error('portal-widgets: the words of a refusal could not be fetched.', error);
    return undefined;
  }
};
