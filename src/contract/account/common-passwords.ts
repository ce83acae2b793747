/**
 * What is tried first, of those passwords that are long enough; in lower case. Shorter ones are refused
 * for their length, repetitions by their form.
 */
const commonPasswords: ReadonlySet<string> = new Set([
  '012345678910',
  '0987654321qwerty',
  '123456789012',
  '1234567890123',
  '12345678901234567890',
  '123456789abc',
  '1234567890qwerty',
  '123qweasdzxc',
  '1q2w3e4r5t6y',
  '1q2w3e4r5t6y7u',
  '1qaz2wsx3edc',
  '1qaz2wsx3edc4rfv',
  'abcdefghijkl',
  'abcdefghijklm',
  'administrator',
  'asdfghjkl123',
  'asdfghjklqwerty',
  'changeme1234',
  'correct horse battery staple',
  'correcthorsebatterystaple',
  'iloveyou1234',
  'letmein12345',
  'motherfucker',
  'mypassword123',
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'q1w2e3r4t5y6',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiop[]',
  'qwertyuiopasdf',
  'qwertyuiopasdfghjkl',
  'qwerty123456',
  'qwerty1234567',
  'thisismypassword',
  'unbelievable',
  'welcome12345',
  'zaq12wsxcde3',
  'zxcvbnm12345',
  'zxcvbnmasdfghjkl',
]);

/** `aaaaaaaaaaaa`, `abcabcabcabc` */
const isRepetition = (text: string): boolean => /^(.{1,4})\1+$/su.test(text);

/** Whether a password is one of those that everybody tries first (`signup.own-credentials`). */
export const isCommonPassword = (password: string): boolean => {
  const plain = password.normalize('NFKC').toLowerCase();
  return commonPasswords.has(plain) || isRepetition(plain);
};
