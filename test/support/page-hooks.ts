import { executeServerCommand } from '@web/test-runner-commands';
import { useLocale } from '../../src/locales/localization.js';
import { isChromium } from './extent.js';

/** On a page that several files share, a test that fails is named at once, not when all have ended. */
afterEach(async function () {
  const test = this.currentTest;
  if (test?.state !== 'failed') return;
  await executeServerCommand('tell-failure', {
    title: test.titlePath().join(' › '),
    message: test.err?.message ?? '',
  });
});

/** The language is the page's: the next test starts in English again. */
afterEach(() => useLocale('en'));

/** What a widget's update throws would otherwise only be logged, and the test would say that some words are not there. */
const uncaught: Error[] = [];
addEventListener('unhandledrejection', ({ reason }: { readonly reason: unknown }) =>
  uncaught.push(reason instanceof Error ? reason : new Error(String(reason))),
);

afterEach(() => {
  const [error] = uncaught.splice(0);
  if (error) throw error;
});

/** WebKit takes 100 entries of the history in ten seconds from a page: no test takes those of the next. */
const recent: number[] = [];
for (const name of ['pushState', 'replaceState'] as const) {
  const original = history[name].bind(history);
  history[name] = (...entry) => {
    recent.push(performance.now());
    original(...entry);
  };
}

beforeEach(async () => {
  const [first = 0] = recent.slice(-40);
  const rest = first + 10_000 - performance.now();
  if (recent.length < 40 || rest <= 0 || isChromium) return;
  await new Promise((resolve) => setTimeout(resolve, rest));
});
