import { secureInboxFixtures } from '../../../stories/fixtures/secure-inbox.fixtures.js';
import * as stories from '../../../stories/secure-inbox.stories.js';
import { describeStates } from '../support/states.js';

describeStates('secure-inbox', secureInboxFixtures, stories);
