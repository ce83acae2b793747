import type { RefusalView } from './refusal-note.js';

/** The words of each area: most people never see any of them. */
export const refusalWords = {
  account: async () => (await import('./account-refusals.js')).accountRefusals,
  appointments: async () => (await import('./appointment-refusals.js')).appointmentRefusals,
  demographics: async () => (await import('./demographics-refusals.js')).demographicsRefusals,
  family: async () => (await import('./family-refusals.js')).familyRefusals,
  medications: async () => (await import('./medication-refusals.js')).medicationRefusals,
  messages: async () => (await import('./message-refusals.js')).messageRefusals,
  record: async () => (await import('./record-refusals.js')).recordRefusals,
};

/** Fetches the words of an area with its first refusal. Rejects where they could not be fetched. */
export const loadRefusal = async (area: keyof typeof refusalWords): Promise<RefusalView> => {
  const [{ refusalView }, words] = await Promise.all([
    import('./refusal-note.js'),
    refusalWords[area](),
  ]);
  return refusalView(words);
};
