/** Refills that can be asked for at once, beside the first fill. */
export const mostRefills = 11;

/** Characters that a request for a renewal takes at most. */
export const renewalLengths = { newAllergies: 500, pharmacy: 200, note: 1000 } as const;
