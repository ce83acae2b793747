import type { PortalContext } from './portal-context.js';

interface SharedSession {
  readonly context: PortalContext;
  readonly members: Set<object>;
}

const sessions = new Map<string, SharedSession>();

/**
 * Every `<portal-session>` on a page that speaks with the same backend shares one session: one
 * count of idle minutes, one warning. The first of them leads: it shows the warning.
 */
export const joinSession = (
  baseUrl: string,
  member: object,
  create: () => PortalContext,
): PortalContext => {
  let session = sessions.get(baseUrl);
  if (!session) {
    session = { context: create(), members: new Set() };
    sessions.set(baseUrl, session);
  }
  session.members.add(member);
  return session.context;
};

/** Leaves; the last to leave closes the store. Returns the member that leads now, if any. */
export const leaveSession = (baseUrl: string, member: object): object | undefined => {
  const session = sessions.get(baseUrl);
  session?.members.delete(member);
  const [leader] = session?.members ?? [];
  if (session && !leader) {
    session.context.store.close();
    sessions.delete(baseUrl);
  }
  return leader;
};

export const leadsSession = (baseUrl: string, member: object): boolean => {
  const [leader] = sessions.get(baseUrl)?.members ?? [];
  return leader === member;
};
