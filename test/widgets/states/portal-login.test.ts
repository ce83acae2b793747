import { portalLoginFixtures } from '../../../stories/fixtures/portal-login.fixtures.js';
import * as stories from '../../../stories/portal-login.stories.js';
import { describeStates } from '../support/states.js';

describeStates('portal-login', portalLoginFixtures, stories);
