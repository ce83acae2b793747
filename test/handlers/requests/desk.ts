import { mychart } from '../../../src/policy/mychart.js';
import type { DeskEndpointId } from '../../../mocks/desk/index.js';
import { snapshotFormat } from '../../../mocks/desk/simulation/snapshot.js';
import { schemaVersion } from '../../../mocks/db/tables.js';
import { deskCareSamples } from './desk-care.js';
import { ann, page } from './desk-parts.js';
import { missing, noText, wrongText, type Sample } from './sample.js';

const report = { params: { result: 'report' } };
const noObject = [missing, null, 5, 'x', true];

/** One for each row of the desk's contract. */
export const deskSamples: Readonly<Record<DeskEndpointId, Sample>> = {
  searchPatients: {
    right: { body: { text: 'ann', ...page.right } },
    wrong: { text: [null, 5, [], {}, 'x'.repeat(101)], ...page.wrong },
  },
  getPatient: { right: ann },
  issueCode: { right: ann },
  unlockAccount: { right: ann },
  givePassword: { right: ann },
  turnOffSecondStep: { right: ann },
  takeOverEmail: { right: ann },
  processReleaseOfInformation: { right: ann },
  searchPatientResults: {
    right: { ...ann, body: { reviewed: false, ...page.right } },
    wrong: { reviewed: [null, 'true', 1], ...page.wrong },
  },
  getDeskResult: { right: report },
  reviewResult: { right: report },
  correctResult: {
    right: {
      ...report,
      body: {
        observation: 'observation',
        value: { kind: 'quantity', value: 95, comparator: null, unit: 'mg/dL' },
        interpretation: 'normal',
        text: 'The specimens were mixed up.',
      },
    },
    wrong: {
      observation: [...noText, '', 'a b', 'x'.repeat(65)],
      value: noObject,
      interpretation: [5, 'odd', [], {}],
      text: wrongText(1000),
    },
  },
  ...deskCareSamples,
  readOutbox: { right: { body: page.right }, wrong: page.wrong },
  importPeople: {
    right: { body: { bundles: [{ resourceType: 'Bundle', type: 'collection', entry: [] }] } },
    wrong: { bundles: [...noObject, {}, [], [{}], [{ resourceType: 'Bundle' }]] },
  },
  readClock: { right: {} },
  moveClock: {
    right: { body: { milliseconds: 1000 } },
    wrong: { milliseconds: [missing, null, '5', 0, -1, 1.5, 1e15, [], {}] },
  },
  listFaults: { right: {} },
  setFault: {
    right: { params: { endpoint: 'signIn' }, body: { delay: 1000, outcome: 'offline' } },
    wrong: {
      delay: [null, '5', 0, -1, 1.5, 120_001, [], {}],
      outcome: [null, 5, '', 'on fire', [], {}],
    },
  },
  clearFault: { right: { params: { endpoint: 'signIn' } } },
  clearFaults: { right: {} },
  readPolicy: { right: {} },
  usePolicy: { right: { body: { policy: mychart } }, wrong: { policy: [...noObject, ''] } },
  takeSnapshot: { right: {} },
  loadSnapshot: {
    right: {
      body: {
        format: snapshotFormat,
        version: schemaVersion,
        takenAt: '2026-03-02T15:00:00Z',
        documents: [],
        digest: 'of something else',
      },
    },
    wrong: {
      format: [...noText, '', 'portal-widgets state'],
      version: [missing, null, '3', 1.5, schemaVersion - 1, schemaVersion + 1],
      takenAt: [...noText, '', 'yesterday'],
      documents: noObject,
      digest: [...noText, '', 'x'],
    },
  },
  startOver: { right: {} },
};
