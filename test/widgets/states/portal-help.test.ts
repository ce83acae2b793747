import { portalHelpFixtures } from '../../../stories/fixtures/portal-help.fixtures.js';
import * as stories from '../../../stories/portal-help.stories.js';
import { describeStates } from '../support/states.js';

describeStates('portal-help', portalHelpFixtures, stories);
