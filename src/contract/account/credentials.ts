/** Characters that a username has (`signup.own-credentials`). */
export const usernameLength = { least: 3, most: 64 } as const;

/** Characters that a password has: its length is what makes it strong, not signs of every kind. */
export const passwordLength = { least: 12, most: 256 } as const;
