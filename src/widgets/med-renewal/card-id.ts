/** The id of a medication's card. */
export const cardId = (medicationId: string): string => `medication-${medicationId}`;
