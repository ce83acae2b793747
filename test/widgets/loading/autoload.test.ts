import { expect, fixture, html } from '@open-wc/testing';
import { discover } from '../../../src/autoload.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byRole, textOf } from '../../../stories/fixtures/support/query.js';
import { consoleLines } from '../../support/console-errors.js';

/** Has an element's file fail as it is run, so many times, and what waits a second wait none. */
const failing = async (tag: string, times: number, run: () => Promise<unknown>) => {
  const { define } = customElements;
  const { setTimeout: wait } = globalThis;
  let left = times;
  customElements.define = (name, ...rest) => {
    if (name === tag && left > 0) {
      left -= 1;
      throw new TypeError('Failed to fetch dynamically imported module');
    }
    define.call(customElements, name, ...rest);
  };
  globalThis.setTimeout = ((callback: () => void, milliseconds?: number) =>
    wait(callback, milliseconds === 1000 ? 0 : milliseconds)) as typeof setTimeout;
  try {
    return await consoleLines(run);
  } finally {
    customElements.define = define;
    globalThis.setTimeout = wait;
  }
};

describe('the autoloader', () => {
  it('says in place of an element whose file is missing what to do, in the page’s language', async () => {
    const page = document.documentElement;
    const lines = await failing('family-access', Infinity, async () => {
      const place = await fixture<HTMLElement>(html`<div><family-access></family-access></div>`);
      await eventually(() => {
        expect(textOf(byRole(place, 'alert'))).to.equal(
          'This didn’t load. Please reload the page.',
        );
      });
      page.lang = 'es';
      try {
        place.append(document.createElement('family-access'));
        await eventually(() => {
          expect(textOf(place)).to.contain('Vuelva a cargar la página.');
        });
      } finally {
        page.lang = 'en';
      }
    });
    expect(lines[0]).to.match(/^<family-access> could not be loaded\. .*#not-loaded/);
  });

  it('looks into no shadow root, until it is given one', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.append(document.createElement('health-summary'));
    await import('../../../src/widgets/portal-help/define.js');
    expect(customElements.get('health-summary')).to.equal(undefined);
    discover(root);
    await customElements.whenDefined('health-summary');
    root.append(document.createElement('med-renewal'));
    await customElements.whenDefined('med-renewal');
  });
});
