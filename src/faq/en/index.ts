import type { FaqWords } from '../words.js';
import { about } from './about.js';
import { appointments } from './appointments.js';
import { credentials } from './credentials.js';
import { enrolling } from './enrolling.js';
import { family } from './family.js';
import { messages } from './messages.js';
import { record } from './record.js';
import { settings } from './settings.js';
import { technical } from './technical.js';

export const words: FaqWords = (facts) => ({
  ...about(facts),
  ...enrolling(facts),
  ...credentials(facts),
  ...record(facts),
  ...messages(facts),
  ...appointments(facts),
  ...family(facts),
  ...settings(facts),
  ...technical(facts),
});
