import { TestResults } from './test-results.js';

export type * from './test-results.events.js';

TestResults.define();

declare global {
  interface HTMLElementTagNameMap {
    'test-results': TestResults;
  }
}
