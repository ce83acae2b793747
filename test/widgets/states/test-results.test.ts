import { testResultsFixtures } from '../../../stories/fixtures/test-results.fixtures.js';
import * as stories from '../../../stories/test-results.stories.js';
import { describeStates } from '../support/states.js';

describeStates('test-results', testResultsFixtures, stories);
