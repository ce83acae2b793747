import { expect } from '@open-wc/testing';
import { openTabChannel } from '../../src/session/tab-channel.js';

describe('tab channel', () => {
  it('reaches the others of its name, and not itself', async () => {
    const heard: string[] = [];
    const received = new Promise<void>((resolve) => {
      openTabChannel<string>('one', (message) => {
        heard.push(`other: ${message}`);
        resolve();
      });
    });
    openTabChannel<string>('two', (message) => heard.push(`stranger: ${message}`));
    const channel = openTabChannel<string>('one', (message) => heard.push(`itself: ${message}`));
    channel.post('news');
    await received;
    expect(heard).to.deep.equal(['other: news']);
  });

  it('neither hears nor says anything once closed', async () => {
    const heard: string[] = [];
    const closed = openTabChannel<string>('three', (message) => heard.push(`closed: ${message}`));
    const received = new Promise<void>((resolve) => {
      // It came later, so it hears later.
      openTabChannel<string>('three', (message) => {
        heard.push(`open: ${message}`);
        resolve();
      });
    });
    closed.close();
    expect(() => {
      closed.post('late news');
    }).not.to.throw();
    openTabChannel<string>('three', () => undefined).post('news');
    await received;
    expect(heard).to.deep.equal(['open: news']);
  });
});
