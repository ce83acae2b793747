import { ContactSection } from './contact-section.js';
import { EmailSection } from './email-section.js';
import { PasswordSection } from './password-section.js';
import { QuestionSection } from './question-section.js';
import type { Section, SectionHost } from './section.js';

/** The sections in reading order, by the name that ends their id. */
export const sections = {
  email: EmailSection,
  password: PasswordSection,
  question: QuestionSection,
  contact: ContactSection,
} satisfies Readonly<Record<string, new (host: SectionHost) => Section>>;
