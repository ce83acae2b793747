import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { discover } from '../../../src/autoload.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byRole, textOf } from '../../../stories/fixtures/support/query.js';
import { consoleLines } from '../../support/console-errors.js';

/**
 * Has the next files that the page asks for fail, so many, and what waits a second wait none.
 * @returns what the console says meanwhile
 */
const failing = async (times: number, run: () => Promise<unknown>) => {
  const { setTimeout: wait } = globalThis;
  globalThis.setTimeout = ((callback: () => void, milliseconds?: number) =>
    wait(callback, milliseconds === 1000 ? 0 : milliseconds)) as typeof setTimeout;
  try {
    return await consoleLines(async () => {
      await executeServerCommand('fail-scripts', times);
      try {
        await run();
      } finally {
        await executeServerCommand('fail-scripts', 0);
      }
    });
  } finally {
    globalThis.setTimeout = wait;
  }
};

/** Whether this browser fetches a module anew that it could not fetch before: the HTML standard says so since 2026. */
const fetchesAgain = async (): Promise<boolean> => {
  const address = '/scripts/test/failing-scripts.js';
  await executeServerCommand('fail-scripts', 1);
  const load = () => import(address) as Promise<unknown>;
  await load().catch(() => undefined);
  return load().then(
    () => true,
    () => false,
  );
};

describe('the autoloader', () => {
  it('says in place of an element whose file is missing what to do, in the page’s language', async () => {
    const page = document.documentElement;
    const lines = await failing(1000, async () => {
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

  it('tries a file once more that could not be fetched; where the browser does not, it says what to do', async () => {
    const isFetchedAgain = await fetchesAgain();
    const lines = await failing(1, async () => {
      const place = await fixture<HTMLElement>(html`<div><portal-signup></portal-signup></div>`);
      await eventually(() =>
        isFetchedAgain ? byRole(place, 'heading', 'Sign up') : byRole(place, 'alert'),
      );
      expect(textOf(place).includes('This didn’t load.')).to.equal(!isFetchedAgain);
    });
    expect(lines).to.have.length(isFetchedAgain ? 0 : 1);
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
