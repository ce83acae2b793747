import { portalPreferencesFixtures } from '../../../stories/fixtures/portal-preferences.fixtures.js';
import * as stories from '../../../stories/portal-preferences.stories.js';
import { describeStates } from '../support/states.js';

describeStates('portal-preferences', portalPreferencesFixtures, stories);
