import { expect } from '@open-wc/testing';
import { getResultDocument } from '../../../src/contract/generated/results.js';
import { testResultsFixtures } from '../../../stories/fixtures/test-results.fixtures.js';
