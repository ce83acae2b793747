/** How many more scripts are answered with 503. */
let left = 0;

/**
 * Hears how many of the scripts that its page asks for next a test wants to fail:
 * `executeServerCommand('fail-scripts', 1)`.
 * @type {import('@web/test-runner').TestRunnerPlugin}
 */
export const failingScripts = {
  name: 'failing-scripts',
  executeCommand({ command, payload }) {
    if (command !== 'fail-scripts') return undefined;
    left = Number(payload);
    return true;
  },
};

/** @type {NonNullable<import('@web/test-runner').TestRunnerConfig['middleware']>[number]} */
export const failScripts = (context, next) => {
  if (left === 0 || !context.path.endsWith('.js')) return next();
  left -= 1;
  context.status = 503;
  return undefined;
};
