import { expect, fixture, html } from '@open-wc/testing';
import { watchActivity } from '../../../src/session/activity.js';

/** Watches the page from a time on that is none of the clock's. */
const watch = () => {
  let time = 0;
  const heard: string[] = [];
  const stop = watchActivity(() => time, {
    onActivity: () => heard.push('activity'),
    onWake: () => heard.push('wake'),
    onRestore: () => heard.push('restore'),
  });
  const pass = (milliseconds: number) => {
    time += milliseconds;
  };
  return { heard, pass, stop };
};

const show = (persisted: boolean) =>
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));

describe('activity on a page', () => {
  for (const type of ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchstart']) {
    it(`is any ${type}, also one that the page keeps to itself`, async () => {
      const { heard, stop } = watch();
      const button = await fixture(html`<button type="button">A button of the host’s</button>`);
      button.addEventListener(type, (event) => {
        event.stopPropagation();
      });
      button.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      expect(heard).to.deep.equal(['activity']);
      stop();
    });
  }

  it('is told of once a second', () => {
    const { heard, pass, stop } = watch();
    const move = () => window.dispatchEvent(new Event('pointermove'));
    move();
    pass(999);
    move();
    expect(heard).to.have.length(1);
    pass(1);
    move();
    expect(heard).to.have.length(2);
    pass(999);
    move();
    expect(heard).to.have.length(2);
    stop();
  });

  it('is none where the page only wakes up or comes into view', () => {
    const { heard, stop } = watch();
    window.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(heard).to.deep.equal(['wake', 'wake']);
    stop();
  });

  it('is none where the page comes back from the back/forward cache, and nothing where it was loaded', () => {
    const { heard, stop } = watch();
    show(false);
    expect(heard).to.deep.equal([]);
    show(true);
    expect(heard).to.deep.equal(['restore']);
    stop();
  });

  it('is not heard of any more once nobody watches', () => {
    const { heard, stop } = watch();
    stop();
    window.dispatchEvent(new Event('keydown'));
    window.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    show(true);
    expect(heard).to.deep.equal([]);
  });
});
