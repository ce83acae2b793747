import * as z from 'zod/mini';
import type { AttachmentRecord, Person } from '../../../mocks/db/records/index.js';
import type { OutputOf } from '../../../src/contract/endpoint.js';
import { contract } from '../../../src/contract/index.js';
import type { Thread, Folder, ThreadQuery } from '../../../src/contract/messages/threads.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { Browser, openPortal, type Answer } from '../../support/portal.js';
import {
  asParentOf,
  makeCareTeamMember,
  makeChild,
  makePerson,
  makeThread,
  password,
} from '../../support/sample-people.js';

/**
 * Ann and Ben are parents of Mina; Ann may look at Otto's record only. Ann has a thread, and everybody
 * the same physician, who is another member of each one's care team.
 */
export const family = (): Person[] => {
  const careTeam = (patientId: string) => [
    makeCareTeamMember({ patientId, id: patientId === 'ann' ? 'dr-lee' : `dr-lee-${patientId}` }),
  ];
  const ben = makePerson('ben', 'ben.example');
  return [
    {
      ...makePerson('ann', 'ann.example'),
      careTeam: careTeam('ann'),
      threads: [makeThread()],
      proxyFor: [asParentOf('mina'), asParentOf('otto', 'view')],
    },
    {
      ...ben,
      patient: { ...ben.patient, givenName: 'Ben' },
      careTeam: careTeam('ben'),
      proxyFor: [asParentOf('mina')],
    },
    makeChild('Mina', { careTeam: careTeam('mina') }),
    makeChild('Otto', {
      careTeam: careTeam('otto'),
      threads: [makeThread({ id: 'thread-otto', patientId: 'otto' })],
    }),
  ];
};

/** Ann is signed in. */
export const openFamily = async (policy: PortalPolicy, people = family()) => {
  const portal = await openPortal({
    policy: { ...policy, login: { ...policy.login, requestsPerMinute: 1000 } },
    people,
    passwordIterations: 1,
  });
  await portal.browser.signIn('ann.example', password);
  return portal;
};

/** Another browser in which somebody signs in. */
export const signedInAs = async (
  { backend }: Awaited<ReturnType<typeof openPortal>>,
  username: string,
): Promise<Browser> => {
  const browser = new Browser(backend);
  await browser.signIn(username, password);
  return browser;
};

/** A message as every policy takes it. */
export const aMessage = {
  recipient: 'dr-lee',
  topic: 'question',
  title: 'My next visit',
  text: 'When shall I come again?',
  attachmentIds: [] as readonly string[],
  confirmed: [] as readonly string[],
  draft: null as string | null,
};

export const aReply = {
  text: 'Thank you.',
  attachmentIds: [] as readonly string[],
  confirmed: [] as readonly string[],
  draft: null as string | null,
};

export const send = (
  browser: Browser,
  parts: Partial<typeof aMessage> = {},
  subject = 'ann',
  key: string = crypto.randomUUID(),
): Promise<Answer> =>
  browser.write(
    'POST',
    `/patients/${subject}/threads`,
    {
      ...aMessage,
      recipient: subject === 'ann' ? 'dr-lee' : `dr-lee-${subject}`,
      ...parts,
    },
    { 'Idempotency-Key': key },
  );

export const reply = (
  browser: Browser,
  parts: Partial<typeof aReply> = {},
  at: { readonly subject?: string; readonly thread?: string; readonly key?: string } = {},
): Promise<Answer> => {
  const { subject = 'ann', thread = 'thread', key = crypto.randomUUID() } = at;
  const path = `/patients/${subject}/threads/${thread}/messages`;
  return browser.write('POST', path, { ...aReply, ...parts }, { 'Idempotency-Key': key });
};

type Sent = OutputOf<typeof contract.sendMessage>;
export const sentOf = ({ text }: Answer): Sent =>
  z.parse(contract.sendMessage.response, JSON.parse(text));

export type ThreadPage = OutputOf<typeof contract.searchThreads>;
export const search = async (
  browser: Browser,
  query: Partial<ThreadQuery> & { readonly folder: Folder },
  subject = 'ann',
): Promise<ThreadPage> => {
  const { text } = await browser.write('POST', `/patients/${subject}/threads/search`, query);
  return z.parse(contract.searchThreads.response, JSON.parse(text));
};

export const readThread = async (
  browser: Browser,
  thread = 'thread',
  subject = 'ann',
): Promise<Thread> => {
  const { text } = await browser.send('GET', `/patients/${subject}/threads/${thread}`);
  return z.parse(contract.getThread.response, JSON.parse(text));
};

export const unread = async (browser: Browser, subject = 'ann') => {
  const { text } = await browser.send('GET', `/patients/${subject}/threads/unread`);
  return z.parse(contract.getUnreadCount.response, JSON.parse(text));
};

/** Base64 of bytes that are so many, the first of which are these. */
export const fileOf = (start: string, size = start.length): string => btoa(start.padEnd(size, ' '));

export const png = '\x89PNG\r\n\x1a\n';

/** Adds a file; its id is as long as made-up ones are. */
export const addFile = (
  browser: Browser,
  id: string,
  parts: { name?: string; draft?: string; data?: string } = {},
  subject = 'ann',
): Promise<Answer> =>
  browser.write('PUT', `/patients/${subject}/attachments/${id}`, {
    name: 'photo.png',
    draft: 'a-draft',
    data: fileOf(png),
    ...parts,
  });

/** A file that the care team has sent with Ann's thread. */
export const sentFile: AttachmentRecord = {
  id: 'file-of-the-care-team',
  patientId: 'ann',
  accountId: null,
  name: 'plan.txt',
  type: 'text/plain',
  size: 4,
  data: btoa('plan'),
  threadId: 'thread',
  draft: null,
  addedAt: 0,
};
