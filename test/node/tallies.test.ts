import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Reporter as JourneysReporter } from '@playwright/test/reporter';
import type { Reporter, TestSession } from '@web/test-runner';
import JourneysTally from '../../scripts/test/journeys-tally.js';
import { root } from '../../scripts/project.js';
import { sum, tallyOf, type Tally } from '../../scripts/test/tally.js';
import { wtrTally } from '../../scripts/test/wtr-tally.js';

/** As many results of test cases as the text has letters: passed, failed, skipped. */
const results = (letters: string) =>
  Array.from(letters, (letter) => ({
    name: letter,
    passed: letter !== 'f',
    skipped: letter === 's',
    ...(letter === 'f' && { error: { message: 'no, because' } }),
  }));

/** What the runner tells of one page in one browser. */
const session = (name: string, letters: string, inner = '', errors: readonly string[] = []) =>
  ({
    browser: { name },
    testFile: `${root}build/browser-tests/widgets-1.js`,
    errors: errors.map((message) => ({ message })),
    testResults: {
      name: '',
      tests: results(letters),
      suites: [{ name: 'inner', tests: results(inner), suites: [] }],
    },
  }) as unknown as TestSession;

describe('the count of test cases', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tally-'));
  const file = join(folder, 'tally.json');
  after(() => rmSync(folder, { recursive: true }));

  const written = () => JSON.parse(readFileSync(file, 'utf8')) as Record<string, Tally>;

  const counted = () =>
    Object.fromEntries(
      Object.entries(written()).map(([name, { passed, failed }]) => [name, { passed, failed }]),
    );

  const browserTally = (sessions: TestSession[]) => {
    const reporter: Reporter = wtrTally(file);
    void reporter.stop?.({ sessions });
    return counted();
  };

  it('is kept for each engine, nested suites included', () => {
    expect(
      browserTally([
        session('Chromium', 'pp', 'p'),
        session('Chromium', 'p'),
        session('Firefox', 'pf'),
        session('WebKit', 'p'),
      ]),
    ).to.deep.equal({
      Chromium: { passed: 4, failed: 0 },
      Firefox: { passed: 1, failed: 1 },
      WebKit: { passed: 1, failed: 0 },
    });
  });

  it('takes a skipped test for a failed one', () => {
    expect(browserTally([session('Chromium', 'ps')])).to.deep.equal({
      Chromium: { passed: 1, failed: 1 },
    });
  });

  it('takes a page that fails to load, outside of a test, or without one, for a failure', () => {
    expect(
      browserTally([
        session('Chromium', 'p', '', ['not found']),
        session('Chromium', 'p', '', ['']),
        session('Chromium', '', '', ['not found']),
        session('Chromium', ''),
      ]),
    ).to.deep.equal({ Chromium: { passed: 2, failed: 4 } });
  });

  it('does not count a page whose browser died or did not start, but names it', () => {
    for (const message of [
      'Tests were interrupted because the browser disconnected.',
      'The browser was unable to create and start a test page after 120000ms. You can increase this timeout with the browserStartTimeout option.',
    ]) {
      const died = session('WebKit', '', '', [message]);
      expect(
        browserTally([
          session('WebKit', 'p'),
          { ...died, testResults: undefined } as unknown as TestSession,
        ]),
      ).to.deep.equal({ WebKit: { passed: 1, failed: 0 } });
      expect(JSON.parse(readFileSync(`${file}.died`, 'utf8'))).to.deep.equal([died.testFile]);
    }
  });

  it('takes a journey that was skipped or had to be tried twice for a failure', () => {
    const outcomes = ['expected', 'unexpected', 'flaky', 'skipped'];
    const reporter: JourneysReporter = new JourneysTally({ file });
    const suite = {
      allTests: () =>
        outcomes.map((outcome) => ({
          outcome: () => outcome,
          titlePath: () => ['', 'a.spec.ts', outcome],
          results: outcome === 'unexpected' ? [{ error: { message: 'no, because' } }] : [],
        })),
    };
    reporter.onBegin?.(
      ...([{}, suite] as unknown as Parameters<Required<JourneysReporter>['onBegin']>),
    );
    void reporter.onEnd?.({} as Parameters<Required<JourneysReporter>['onEnd']>[0]);
    expect(counted()).to.deep.equal({ Journeys: { passed: 1, failed: 3 } });
    expect(written()['Journeys']?.failures).to.deep.equal([
      'a.spec.ts › unexpected\nno, because',
      'a.spec.ts › flaky\nflaky',
      'a.spec.ts › skipped\nskipped',
    ]);
  });

  it('counts test cases of Node, not suites, and names at once what fails', () => {
    const path = join(folder, 'example.test.mjs');
    writeFileSync(
      path,
      `describe('suite', () => {
        it('passes', () => {});
        it('fails', () => { throw new Error('no, because'); });
        it.skip('is skipped', () => {});
        it('is to be written');
      });`,
    );
    const { stderr } = spawnSync(
      process.execPath,
      [
        'node_modules/mocha/bin/mocha.js',
        '--no-config',
        '--reporter',
        'scripts/test/mocha-tally.cjs',
        path,
      ],
      { cwd: root, env: { ...process.env, TALLY: file }, encoding: 'utf8' },
    );
    expect(counted()).to.deep.equal({ Node: { passed: 1, failed: 3 } });
    const [fails, skipped] = written()['Node']?.failures ?? [];
    expect(fails).to.match(/example\.test\.mjs › suite › fails\nError: no, because\n/);
    expect(skipped).to.match(/example\.test\.mjs › suite › is skipped\nSkipped\.$/);
    expect(stderr).to.match(/^✗ .*suite › fails$/m);
  });

  it('names each failure, with its suites, what it said, and what is no test case at all', () => {
    browserTally([
      session('Chromium', 'pf', 's'),
      session('Chromium', 'p', '', ['not found']),
      session('Chromium', ''),
    ]);
    expect(written()['Chromium']?.failures).to.deep.equal([
      'f\nno, because',
      'inner › s\nSkipped.',
      'widgets-1\nnot found',
      'widgets-1\nNo test ran.',
    ]);
  });

  it('adds up', () => {
    expect(sum([])).to.deep.equal({ passed: 0, failed: 0, failures: [] });
    const outcomes = [
      { passed: true, name: 'one', message: 'as expected' },
      { passed: false, name: 'two' },
      { passed: false, name: 'three', message: 'why' },
    ];
    expect(sum([tallyOf(outcomes), tallyOf(outcomes.slice(0, 2))])).to.deep.equal({
      passed: 2,
      failed: 3,
      failures: ['two', 'three\nwhy', 'two'],
    });
  });
});
