import { portalFaqFixtures } from '../../../stories/fixtures/portal-faq.fixtures.js';
import * as stories from '../../../stories/portal-faq.stories.js';
import { describeStates } from '../support/states.js';

describeStates('portal-faq', portalFaqFixtures, stories);
