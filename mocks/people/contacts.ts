import type { PatientRecord } from '../db/records/index.js';

/** Where the made-up people live: streets, numbers and addresses that nobody has. */
const home = (line1: string, postalCode: string) => ({
  line1,
  line2: null,
  city: 'Harbor Falls',
  state: 'NJ',
  postalCode,
});

/** How they are reached. June has no e-mail address. */
export const contacts = {
  rosa: {
    email: 'rosa.delgado@example.com',
    phone: '1-555-555-0131',
    address: home('48 Quarry Lane', '08000'),
  },
  henry: {
    email: 'henry.okafor@example.com',
    phone: '1-555-555-0164',
    address: home('7 Tidewater Court', '08000'),
  },
  june: { email: null, phone: '1-555-555-0108', address: home('310 Old Mill Road', '08000') },
  sam: {
    email: 'sam.reyes@example.com',
    phone: '1-555-555-0152',
    address: home('95 Foundry Street', '08000'),
  },
  mina: { email: 'mina.park@example.com', phone: null, address: null },
} satisfies Readonly<Record<string, PatientRecord['contact']>>;

/** The security question of each, where the portal has one. */
export const securityQuestions = {
  rosa: { question: 'What was the name of your first school?', answer: 'Saint Brigid' },
  henry: { question: 'Where did you meet your spouse?', answer: 'On the ferry' },
  june: { question: 'What was your first car?', answer: 'A blue Beetle' },
  sam: { question: 'Which street did you grow up on?', answer: 'Alder Street' },
  mina: { question: 'What was your first pet called?', answer: 'Pepper' },
} as const;
