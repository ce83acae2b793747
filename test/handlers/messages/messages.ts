import { expect } from 'chai';
import * as z from 'zod/mini';
import type { Backend } from '../../../mocks/backend.js';
import { contract } from '../../../src/contract/index.js';
import type { Answer, Browser } from '../../support/portal.js';

export const threadCount = ({ db }: Backend): number => db.tables.threads.size;

export const expectSent = ({ status, text }: Answer): void => {
  expect(status, text).to.equal(200);
};

export const writingRules = async (browser: Browser, subject = 'ann') => {
  const { text } = await browser.send('GET', `/patients/${subject}/messages/rules`);
  return z.parse(contract.getWritingRules.response, JSON.parse(text));
};
