import { expect, fixture as mountTemplate } from '@open-wc/testing';
import '../../src/define.js';
import { pageOf, setStage, type Fixture } from '../../stories/fixtures/fixture.js';
import { portalLoginFixtures } from '../../stories/fixtures/portal-login.fixtures.js';
import { portalRecoveryFixtures } from '../../stories/fixtures/portal-recovery.fixtures.js';
import { portalSessionFixtures } from '../../stories/fixtures/portal-session.fixtures.js';
import { portalSignupFixtures } from '../../stories/fixtures/portal-signup.fixtures.js';
import { testResultsFixtures } from '../../stories/fixtures/test-results.fixtures.js';
import { sees } from '../../stories/fixtures/user.js';
import * as portalLoginStories from '../../stories/portal-login.stories.js';
import * as portalRecoveryStories from '../../stories/portal-recovery.stories.js';
import * as portalSessionStories from '../../stories/portal-session.stories.js';
import * as portalSignupStories from '../../stories/portal-signup.stories.js';
import * as testResultsStories from '../../stories/test-results.stories.js';
import { expectAccessible } from './support/axe.js';

interface Element {
  readonly fixtures: Readonly<Record<string, Fixture>>;
  readonly stories: Readonly<Record<string, unknown>>;
}

const elements: Readonly<Record<string, Element>> = {
  'portal-session': { fixtures: portalSessionFixtures, stories: portalSessionStories },
  'portal-login': { fixtures: portalLoginFixtures, stories: portalLoginStories },
  'portal-recovery': { fixtures: portalRecoveryFixtures, stories: portalRecoveryStories },
  'portal-signup': { fixtures: portalSignupFixtures, stories: portalSignupStories },
  'test-results': { fixtures: testResultsFixtures, stories: testResultsStories },
};

for (const [tag, { fixtures, stories }] of Object.entries(elements)) {
  describe(`<${tag}>, every state`, () => {
    for (const fixture of Object.values(fixtures)) {
      it(`${fixture.name}: can be reached, and is accessible`, async () => {
        const stage = await setStage(fixture);
        const page = await mountTemplate<HTMLElement>(pageOf(fixture, stage, stage.fetch));
        await fixture.play?.(page, stage);
        await sees(page, fixture.shows);
        await expectAccessible(page);
      });
    }

    it('has a story for each', () => {
      const names = Object.keys(stories).filter((name) => name !== 'default');
      expect(names).to.have.members(Object.keys(fixtures));
    });
  });
}
