import { portalRecoveryFixtures } from '../../../stories/fixtures/portal-recovery.fixtures.js';
import * as stories from '../../../stories/portal-recovery.stories.js';
import { describeStates } from '../support/states.js';

describeStates('portal-recovery', portalRecoveryFixtures, stories);
