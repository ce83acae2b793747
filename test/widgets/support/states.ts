import { expect, fixture as mountTemplate } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { pageOf, setStage, type Fixture } from '../../../stories/fixtures/fixture.js';
import { sees } from '../../../stories/fixtures/steps/user.js';
import { all, isChromium } from '../../support/extent.js';
import { expectAccessible } from './axe.js';
import { cutOffWhenSpaced, oddLooks } from './looks.js';

/**
 * Every state of an element can be reached, is accessible, and has its story. What axe finds does not depend
 * on the engine, and it takes longer than all the rest: it looks in Chromium, in the others with `--all`.
 */
export const describeStates = (
  tag: string,
  fixtures: Readonly<Record<string, Fixture>>,
  stories: Readonly<Record<string, unknown>>,
): void => {
  describe(`<${tag}>, every state`, () => {
    // As on a phone. The driver of WebKit sets no viewport.
    if (isChromium) {
      before(() => setViewport({ width: 360, height: 740 }));
      after(() => setViewport({ width: 800, height: 600 }));
    }

    for (const fixture of Object.values(fixtures)) {
      it(`${fixture.name}: can be reached, and is accessible`, async () => {
        const stage = await setStage(fixture);
        const page = await mountTemplate<HTMLElement>(pageOf(fixture, stage, stage.fetch));
        await fixture.play?.(page, stage);
        await sees(page, fixture.shows);
        if (isChromium || all) await expectAccessible(page);
        // Styles are the same in each engine.
        if (isChromium) {
          expect(oddLooks(page), 'what does not go by the tokens').to.deep.equal([]);
          expect(cutOffWhenSpaced(page)).to.deep.equal([]);
        }
      });
    }

    it('has a story for each', () => {
      const names = Object.keys(stories).filter((name) => name !== 'default');
      expect(names).to.have.members(Object.keys(fixtures));
    });
  });
};
