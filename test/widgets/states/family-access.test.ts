import { familyAccessFixtures } from '../../../stories/fixtures/family-access.fixtures.js';
import * as stories from '../../../stories/family-access.stories.js';
import { describeStates } from '../support/states.js';

describeStates('family-access', familyAccessFixtures, stories);
