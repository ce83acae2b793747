import { executeServerCommand } from '@web/test-runner-commands';
import { useLocale } from '../../src/locales/localization.js';

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
