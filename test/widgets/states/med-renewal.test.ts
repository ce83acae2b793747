import { medRenewalFixtures } from '../../../stories/fixtures/med-renewal.fixtures.js';
import * as stories from '../../../stories/med-renewal.stories.js';
import { describeStates } from '../support/states.js';

describeStates('med-renewal', medRenewalFixtures, stories);
