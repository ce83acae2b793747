import { healthSummaryFixtures } from '../../../stories/fixtures/health-summary.fixtures.js';
import * as stories from '../../../stories/health-summary.stories.js';
import { describeStates } from '../support/states.js';

describeStates('health-summary', healthSummaryFixtures, stories);
