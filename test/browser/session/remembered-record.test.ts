import { expect } from '@open-wc/testing';
import {
  lenientStorage,
  RememberedRecord,
  storageOfTab,
} from '../../../src/session/remembered-record.js';
import { newTabStorage } from '../../../stories/fixtures/support/tab-storage.js';

describe('which record is open in a tab', () => {
  it('is kept for each backend and for the account that has opened it', () => {
    const storage = newTabStorage();
    const here = new RememberedRecord('https://one.example/api', storage);
    const there = new RememberedRecord('https://two.example/api', storage);
    here.keep('account', 'mina');
    expect(here.of('account')).to.equal('mina');
    expect(here.of('another')).to.equal(undefined);
    expect(there.of('account')).to.equal(undefined);
    there.keep('account', 'otto');
    there.forget();
    expect(here.of('account')).to.equal('mina');
    here.keep('account', 'otto');
    expect(here.of('account')).to.equal('otto');
    here.forget();
    expect(here.of('account')).to.equal(undefined);
  });

  it('is kept by the tab itself, if the browser lets it', () => {
    expect(storageOfTab()).to.equal(sessionStorage);
    const forbidden = () => {
      throw new DOMException('Forbidden.', 'SecurityError');
    };
    const own = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
    Object.defineProperty(window, 'sessionStorage', { configurable: true, get: forbidden });
    try {
      expect(storageOfTab()).to.equal(undefined);
    } finally {
      if (own) Object.defineProperty(window, 'sessionStorage', own);
    }
    expect(storageOfTab()).to.equal(sessionStorage);
  });

  it('is known as long as the page is, where nothing can be kept', () => {
    const opened = new RememberedRecord('https://one.example/api', lenientStorage(undefined));
    opened.keep('account', 'mina');
    expect(opened.of('account')).to.equal('mina');
    opened.forget();
    expect(opened.of('account')).to.equal(undefined);
    const reloaded = new RememberedRecord('https://one.example/api', lenientStorage(undefined));
    expect(reloaded.of('account')).to.equal(undefined);
  });
});
