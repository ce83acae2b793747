import { TestResults } from './test-results.js';

TestResults.define();

declare global {
  interface HTMLElementTagNameMap {
    'test-results': TestResults;
  }
}
