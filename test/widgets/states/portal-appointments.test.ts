import { portalAppointmentsFixtures } from '../../../stories/fixtures/portal-appointments.fixtures.js';
import * as stories from '../../../stories/portal-appointments.stories.js';
import { describeStates } from '../support/states.js';

describeStates('portal-appointments', portalAppointmentsFixtures, stories);
