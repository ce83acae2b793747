import { expect } from '@open-wc/testing';
import { openTabChannel, type Heard } from '../../../src/session/tab-channel.js';

describe('tab channel', () => {
  it('reaches the others of its name, and not itself', async () => {
    const heard: string[] = [];
    const received = new Promise<void>((resolve) => {
      openTabChannel<Heard>('one', (message) => {
        heard.push(`other: ${message.type}`);
        resolve();
      });
    });
    openTabChannel<Heard>('two', (message) => heard.push(`stranger: ${message.type}`));
    const channel = openTabChannel<Heard>('one', (message) =>
      heard.push(`itself: ${message.type}`),
    );
    channel.post({ type: 'news' });
    await received;
    expect(heard).to.deep.equal(['other: news']);
  });

  it('neither hears nor says anything once closed', async () => {
    const heard: string[] = [];
    const closed = openTabChannel<Heard>('three', (message) =>
      heard.push(`closed: ${message.type}`),
    );
    const received = new Promise<void>((resolve) => {
      // It came later, so it hears later.
      openTabChannel<Heard>('three', (message) => {
        heard.push(`open: ${message.type}`);
        resolve();
      });
    });
    closed.close();
    expect(() => {
      closed.post({ type: 'late news' });
    }).not.to.throw();
    openTabChannel<Heard>('three', () => undefined).post({ type: 'news' });
    await received;
    expect(heard).to.deep.equal(['open: news']);
  });
});
