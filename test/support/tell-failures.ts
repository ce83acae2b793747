import { executeServerCommand } from '@web/test-runner-commands';

/** A test that fails in a browser is named at once, not when its page has come to its end. */
afterEach(async function () {
  const test = this.currentTest;
  if (test?.state !== 'failed') return;
  await executeServerCommand('tell-failure', {
    title: test.titlePath().join(' › '),
    message: test.err?.message ?? '',
  });
});
