import { proxySwitcherFixtures } from '../../../stories/fixtures/proxy-switcher.fixtures.js';
import * as stories from '../../../stories/proxy-switcher.stories.js';
import { describeStates } from '../support/states.js';

describeStates('proxy-switcher', proxySwitcherFixtures, stories);
