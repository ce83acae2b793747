import type { Topic } from '../../faq/entries.js';
import { msg } from '../../locales/localize.js';

/** What the topics are called, in the order in which they stand. */
export const topicWords = (): Readonly<Record<Topic, string>> => ({
  about: msg('About the portal'),
  enrolling: msg('Signing up'),
  credentials: msg('Password and username'),
  record: msg('Your health record'),
  messages: msg('Messages'),
  appointments: msg('Appointments'),
  family: msg('Family'),
  settings: msg('Settings'),
  technical: msg('Privacy and technical help'),
});
