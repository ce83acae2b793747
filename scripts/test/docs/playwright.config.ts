import { visitsOf } from '../built-site.js';

/**
 * The built documentation, page by page.
 *
 *   npm run build-docs && npx playwright test --config scripts/test/docs
 */
export default visitsOf('docs', 'build/docs');
