import { portalDemographicsFixtures } from '../../../stories/fixtures/portal-demographics.fixtures.js';
import * as stories from '../../../stories/portal-demographics.stories.js';
import { describeStates } from '../support/states.js';

describeStates('portal-demographics', portalDemographicsFixtures, stories);
