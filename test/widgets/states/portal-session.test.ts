import { portalSessionFixtures } from '../../../stories/fixtures/portal-session.fixtures.js';
import * as stories from '../../../stories/portal-session.stories.js';
import { describeStates } from '../support/states.js';

describeStates('portal-session', portalSessionFixtures, stories);
