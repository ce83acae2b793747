import { expect } from 'chai';
import * as z from 'zod/mini';
import type { Backend } from '../../mocks/backend.js';
import type { ManualClock } from '../../mocks/clock.js';
import type { EmailRecord, ProxyRecord } from '../../mocks/db/records/index.js';
import { family, type Family, type ProxyAccess } from '../../src/contract/family/family.js';
import { sharing, type Sharing } from '../../src/contract/family/sharing.js';
import type { PortalPolicy, ProxyRelationship } from '../../src/policy/portal-policy.js';
import { Browser, openPortal, sessionOf, type Answer } from './portal.js';
import { makeRelative } from './sample-people.js';
import { handInConsentForm, processConsentForm } from '../../stories/fixtures/support/staff.js';

export const birthDates = { ann: '1980-01-01', bob: '1981-02-02', eve: '1955-03-03' };

/** Ann, Bob and Eve are adults; Kid is a child, of age on 1 June of 2033, or 2031 at the lakeside. */
export const relatives = [
  ...Object.entries(birthDates).map(([id, birthDate]) => makeRelative(id, { birthDate })),
  makeRelative('kid', { birthDate: '2015-06-01' }),
];

export interface FamilyPortal {
  readonly backend: Backend;
  readonly clock: ManualClock;
  /** A browser of their own in which somebody is signed in. */
  as(id: string): Promise<Browser>;
}

export const openFamily = async (policy: PortalPolicy): Promise<FamilyPortal> => {
  const { backend, clock } = await openPortal({
    policy: { ...policy, login: { ...policy.login, requestsPerMinute: 1000 } },
    people: relatives,
    passwordIterations: 1,
  });
  const as = async (id: string) => {
    const browser = new Browser(backend);
    await browser.signIn(`${id}.example`);
    return browser;
  };
  return { backend, clock, as };
};

const bodyOf = ({ status, text }: Answer): unknown => {
  expect(status, text).to.equal(200);
  return JSON.parse(text);
};

export const sharingIn = (answer: Answer): Sharing => z.parse(sharing, bodyOf(answer));

export const familyOf = async (browser: Browser): Promise<Family> =>
  z.parse(family, bodyOf(await browser.send('GET', '/family')));

export const sharingOf = async (browser: Browser, subject: string): Promise<Sharing> =>
  sharingIn(await browser.send('GET', `/patients/${subject}/sharing`));

/** The ids of the records that the session lists: the own one first. */
export const subjectsOf = async (browser: Browser): Promise<string[]> => {
  const session = sessionOf(await browser.send('GET', '/session'));
  return session.status === 'signed-in' ? session.subjects.map(({ id }) => id) : [];
};

/** Whether the record shows in any way: its list of results, its one result. */
export const canOpen = async (browser: Browser, subject: string): Promise<boolean> => {
  const { status } = await browser.search(subject);
  const result = await browser.send('GET', `/patients/${subject}/results/report-of-${subject}`);
  expect(result.status).to.equal(status);
  expect(status).to.be.oneOf([200, 404]);
  return status === 200;
};

interface Terms {
  readonly relationship?: ProxyRelationship;
  readonly access?: ProxyAccess;
}

/** A form that is handed in and approved. */
export const giveByForm = async (
  backend: Backend,
  patientId: string,
  proxyPatientId: string,
  { relationship = 'parent', access = 'full' }: Terms = {},
): Promise<ProxyRecord> => {
  const form = await handInConsentForm(backend, { patientId, proxyPatientId, relationship });
  await processConsentForm(backend, form, { approved: true, access });
  return proxyOf(backend, patientId, proxyPatientId);
};

/** The access of the one to the other's record, as it is stored. */
export const proxyOf = (backend: Backend, patientId: string, proxyPatientId: string) => {
  const all = backend.db.tables.proxies.by('patientId', patientId);
  const proxy = all.find((each) => each.proxyPatientId === proxyPatientId);
  if (!proxy) throw new Error('There is no such access.');
  return proxy;
};

/** Every e-mail to an address, oldest first. */
export const emailsTo = ({ db }: Backend, to: string): readonly EmailRecord[] =>
  [...db.tables.emails.values()].filter((email) => email.to === to);

export const invitation = {
  name: 'A friend',
  email: 'a.friend@example.com',
  relationship: 'spouse',
  access: 'full',
} as const;

export const invite = (
  browser: Browser,
  subject: string,
  parts: object = {},
  key: string = crypto.randomUUID(),
): Promise<Answer> =>
  browser.write(
    'POST',
    `/patients/${subject}/sharing/invitations`,
    { ...invitation, ...parts },
    { 'Idempotency-Key': key },
  );

/** The token in the last invitation to an address. */
export const tokenTo = (backend: Backend, to: string = invitation.email): string =>
  /#invitation=(\S+)/.exec(emailsTo(backend, to).at(-1)?.text ?? '')?.[1] ?? '';

export const accept = (
  browser: Browser,
  token: string,
  birthDate: string,
  key: string = crypto.randomUUID(),
): Promise<Answer> =>
  browser.write('POST', '/family/invitations', { token, birthDate }, { 'Idempotency-Key': key });

/** An invitation that is sent and accepted. */
export const giveByInvitation = async (
  { backend, as }: FamilyPortal,
  patientId: keyof typeof birthDates,
  proxyPatientId: string,
  terms: Terms = {},
): Promise<ProxyRecord> => {
  sharingIn(await invite(await as(patientId), patientId, terms));
  const accepted = await accept(await as(proxyPatientId), tokenTo(backend), birthDates[patientId]);
  expect(accepted.status, accepted.text).to.equal(204);
  return proxyOf(backend, patientId, proxyPatientId);
};

/** A request about sharing by who has read it just now. */
export const change = async (
  browser: Browser,
  subject: string,
  proxyId: string,
  access: ProxyAccess,
): Promise<Answer> => {
  const read = await browser.send('GET', `/patients/${subject}/sharing`);
  const etag = read.headers['etag'] ?? '"none"';
  const path = `/patients/${subject}/sharing/${proxyId}`;
  return browser.write('PUT', path, { access }, { 'If-Match': etag });
};

export const takeBack = (browser: Browser, subject: string, proxyId: string): Promise<Answer> =>
  browser.send('DELETE', `/patients/${subject}/sharing/${proxyId}`);
