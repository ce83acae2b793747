import {
  idempotent,
  missing,
  noCursor,
  noEmail,
  noLimit,
  noText,
  read,
  wrongDay,
  wrongText,
  type Samples,
} from './sample.js';

const ofAnn = { subject: 'ann' };
const noAccess = [...noText, '', 'none', 'FULL', ['full']];
const page = { body: { cursor: null, limit: 20 } };
const noPage = { cursor: noCursor, limit: noLimit };

export const family: Samples = {
  getFamily: { right: {} },
  acceptInvitation: {
    right: { ...idempotent, body: { token: 'made-up', birthDate: '1980-01-01' } },
    wrong: { token: [...noText, '', 'a b', 'x'.repeat(101)], birthDate: wrongDay },
  },
  giveUpAccess: { right: { params: { proxy: 'nobody' } } },
  getSharing: { right: { params: ofAnn } },
  shareRecord: {
    right: {
      ...idempotent,
      params: ofAnn,
      body: { name: 'Bob', email: 'bob@example.org', relationship: 'parent', access: 'view' },
    },
    wrong: {
      name: wrongText(100),
      email: [...noEmail, missing, null],
      relationship: [...noText, '', 'friend', 'self', ['parent']],
      access: noAccess,
    },
  },
  withdrawInvitation: { right: { params: { ...ofAnn, invitation: 'nothing' } } },
  changeAccess: {
    right: { ...read, params: { ...ofAnn, proxy: 'nobody' }, body: { access: 'full' } },
    wrong: { access: noAccess },
  },
  takeBackAccess: { right: { params: { ...ofAnn, proxy: 'nobody' } } },
  searchAuditEvents: { right: { ...page, params: ofAnn }, wrong: noPage },
  searchNotifications: { right: page, wrong: noPage },
};
