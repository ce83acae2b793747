import { portalSignupFixtures } from '../../../stories/fixtures/portal-signup.fixtures.js';
import * as stories from '../../../stories/portal-signup.stories.js';
import { describeStates } from '../support/states.js';

describeStates('portal-signup', portalSignupFixtures, stories);
