import { deskContract } from '../../../mocks/desk/index.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { itNamesWrongFields, itStandsGeneratedInput } from '../backend/bad-input.js';
import { openDesk } from './desk-portal.js';
import { deskSamples } from '../requests/desk.js';
import {
  makeAppointment,
  makeAppointmentRequest,
  makeCareTeamMember,
  makeMedication,
  makePerson,
  makeReport,
  makeThread,
} from '../../support/sample-people.js';

const open = async () => {
  const ann = {
    ...makePerson('ann', 'ann.example', [makeReport()]),
    careTeam: [makeCareTeamMember()],
    medications: [makeMedication({ prescribedHere: false, documentedHere: false })],
    threads: [makeThread()],
    appointments: [makeAppointment()],
    appointmentRequests: [makeAppointmentRequest()],
  };
  const people = [ann, makePerson('bob', 'bob.example')];
  const { backend, staff } = await openDesk({ people, policy: mycooper });
  return { backend, browser: staff };
};

const side = { rows: deskContract, samples: deskSamples, open };

describe('bad input at the desk', () => {
  itNamesWrongFields(side);
});

describe('generated input at the desk', () => {
  itStandsGeneratedInput(side);
});
