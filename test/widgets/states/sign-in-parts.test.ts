import { signInPartsFixtures } from '../../../stories/fixtures/sign-in-parts.fixtures.js';
import * as stories from '../../../stories/sign-in-parts.stories.js';
import { describeStates } from '../support/states.js';

describeStates('portal-preferences, signing in', signInPartsFixtures, stories);
