import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reporter as JourneysReporter } from '@playwright/test/reporter';
import type { Reporter, TestSession } from '@web/test-runner';
import JourneysTally from '../../scripts/journeys-tally.js';
import { root } from '../../scripts/project.js';
import { sum, tallyOf, type Tally } from '../../scripts/tally.js';
import { wtrTally } from '../../scripts/wtr-tally.js';

/** As many results of test cases as the text has letters: passed, failed, skipped. */
const results = (letters: string) =>
  Array.from(letters, (letter) => ({
    name: letter,
    passed: letter !== 'f',
    skipped: letter === 's',
    ...(letter === 'f' && { error: { message: 'no, because' } }),
  }));

/** What the runner tells of one file in one browser. */
const session = (name: string, letters: string, inner = '', errors: readonly string[] = []) =>
  ({
    browser: { name },
    testFile: `${root}test/unit/example.test.ts`,
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
    assert.deepEqual(
      browserTally([
        session('Chrome', 'pp', 'p'),
        session('Chrome', 'p'),
        session('Firefox', 'pf'),
        session('MiniBrowser', 'p'),
      ]),
      {
        Chromium: { passed: 4, failed: 0 },
        Firefox: { passed: 1, failed: 1 },
        WebKit: { passed: 1, failed: 0 },
      },
    );
  });

  it('takes a skipped test for a failed one', () => {
    assert.deepEqual(browserTally([session('Chrome', 'ps')]), {
      Chromium: { passed: 1, failed: 1 },
    });
  });

  it('takes a file that fails to load, outside of a test, or without one, for a failure', () => {
    assert.deepEqual(
      browserTally([
        session('Chrome', 'p', '', ['not found']),
        session('Chrome', 'p', '', ['']),
        session('Chrome', '', '', ['not found']),
        session('Chrome', ''),
      ]),
      { Chromium: { passed: 2, failed: 4 } },
    );
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
    assert.deepEqual(counted(), { Journeys: { passed: 1, failed: 3 } });
    assert.deepEqual(written()['Journeys']?.failures, [
      'a.spec.ts › unexpected\nno, because',
      'a.spec.ts › flaky\nflaky',
      'a.spec.ts › skipped\nskipped',
    ]);
  });

  it('counts test cases of Node, not suites', () => {
    const path = join(folder, 'example.test.mjs');
    writeFileSync(
      path,
      `import { describe, it } from 'node:test';
      describe('suite', () => {
        it('passes', () => {});
        it('fails', () => { throw new Error('no, because'); });
        it.skip('is skipped', () => {});
        it.todo('is to be written', () => {});
      });`,
    );
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined }; // a run of its own
    spawnSync(
      process.execPath,
      [
        '--test',
        '--test-reporter=./scripts/node-tally.js',
        `--test-reporter-destination=${file}`,
        path,
      ],
      { cwd: root, env },
    );
    assert.deepEqual(counted(), { 'Node tests': { passed: 1, failed: 3 } });
    const [fails, skipped] = written()['Node tests']?.failures ?? [];
    assert.match(fails ?? '', /example\.test\.mjs › fails\nno, because$/);
    assert.match(skipped ?? '', /example\.test\.mjs › is skipped\nSkipped\.$/);
  });

  it('names each failure, with its file, its suites, what it said, and what is no test case at all', () => {
    browserTally([
      session('Chrome', 'pf', 's'),
      session('Chrome', 'p', '', ['not found']),
      session('Chrome', ''),
    ]);
    assert.deepEqual(written()['Chromium']?.failures, [
      'test/unit/example.test.ts › f\nno, because',
      'test/unit/example.test.ts › inner › s\nSkipped.',
      'test/unit/example.test.ts\nnot found',
      'test/unit/example.test.ts\nNo test ran.',
    ]);
  });

  it('adds up', () => {
    assert.deepEqual(sum([]), { passed: 0, failed: 0, failures: [] });
    const outcomes = [
      { passed: true, name: 'one', message: 'as expected' },
      { passed: false, name: 'two' },
      { passed: false, name: 'three', message: 'why' },
    ];
    assert.deepEqual(sum([tallyOf(outcomes), tallyOf(outcomes.slice(0, 2))]), {
      passed: 2,
      failed: 3,
      failures: ['two', 'three\nwhy', 'two'],
    });
  });
});
