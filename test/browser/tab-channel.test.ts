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

  it('is silent once closed', () => {
    const channel = openTabChannel<string>('three', () => undefined);
    channel.close();
    expect(() => {
      channel.post('late news');
    }).not.to.throw();
  });
});
