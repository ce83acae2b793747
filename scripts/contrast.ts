/**
 * Prints the contrast of every two colors that the elements put on each other, for each theme of `themes/` and
 * for the elements without one, in light and in dark.
 *
 *   npm run contrast    fails below WCAG 2.2 AA: 4.5 for text, 3 for controls
 */
import { measureAll } from './contrast/pairs.js';

for (const { theme, scheme, front, back, ratio, least } of measureAll()) {
  const fails = ratio < least;
  if (fails) process.exitCode = 1;
  console[fails ? 'error' : 'log'](
    `${ratio.toFixed(2).padStart(6)}  ${theme}, ${scheme}: ${front} on ${back}${fails ? `: less than ${least}` : ''}`,
  );
}
