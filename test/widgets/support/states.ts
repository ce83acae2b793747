import { expect, fixture as mountTemplate } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { pageOf, setStage, type Fixture } from '../../../stories/fixtures/fixture.js';
import { sees } from '../../../stories/fixtures/steps/user.js';
import { all, isChromium } from '../../support/extent.js';
import { expectAccessible, mistakesIn } from './axe.js';
import { cutOffWhenSpaced, oddLooks } from './looks.js';

/** In CSS pixels. */
const phone = { width: 360, height: 740 };

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
      before(() => setViewport(phone));
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
          if (all) await expectAccessibleElsewhere(page);
        }
      });
    }

    it('has a story for each', () => {
      const names = Object.keys(stories).filter((name) => name !== 'default');
      expect(names).to.have.members(Object.keys(fixtures));
    });
  });
};

/** In colours that the reader forces, as wide as a desk's screen, and as narrow as one at 400 % (WCAG 1.4.10). */
const expectAccessibleElsewhere = async (page: HTMLElement): Promise<void> => {
  try {
    await emulateMedia({ forcedColors: 'active' });
    expect(await mistakesIn(page), 'forced colours').to.deep.equal([]);
    await emulateMedia({ forcedColors: 'none' });
    for (const width of [320, 1280]) {
      await setViewport({ width, height: 740 });
      expect(await mistakesIn(page), `${width} px`).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
    }
  } finally {
    await emulateMedia({ forcedColors: 'none' });
    await setViewport(phone);
  }
};
