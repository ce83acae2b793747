import { visitsOf } from '../built-site.js';

/**
 * The built Storybook, visited story by story. A fixed sample of one in ten; all of them with `ALL=1`.
 *
 *   npm run build-storybook && npx playwright test --config scripts/test/storybook
 *   … --update-snapshots    takes the pictures anew
 */
export default visitsOf('storybook', 'storybook-static');
