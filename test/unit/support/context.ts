import type { PortalClient } from '../../../src/client/portal-client.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalContext } from '../../../src/session/portal-context.js';

/** An object of which a test needs only these parts. */
export const standIn = <T extends object>(parts: Partial<T>): T =>
  Object.assign(Object.create(null) as T, parts);

/** What `<portal-session>` gives to widgets, without a session: for what only tells. */
export const contextWith = (parts: Partial<Omit<PortalContext, 'store'>> = {}): PortalContext => ({
  client: standIn<PortalClient>({ baseUrl: 'https://portal.example/api' }),
  policy: mycooper,
  locale: 'en',
  now: () => Date.parse('2026-05-04T13:30:00Z'),
  after: () => () => undefined,
  faqHref: 'faq.html',
  signInHref: null,
  allowedOrigins: '',
  get store(): never {
    throw new Error('There is no session.');
  },
  ...parts,
});
