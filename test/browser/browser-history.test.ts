import { expect, fixture, oneEvent } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { BrowserHistory } from '../../src/ui/browser-history.js';

class OpensThings extends LitElement {
  static override properties = { history: {} };
  history: 'on' | 'off' = 'on';
  open: string | undefined;
  readonly entries = new BrowserHistory<string>(this, (thing) => {
    this.open = thing;
  });

  show(thing: string): void {
    this.open = thing;
    this.entries.opened(thing);
  }

  close(): void {
    if (!this.entries.goBack()) this.open = undefined;
  }
}
customElements.define('opens-things', OpensThings);

const element = () => fixture<OpensThings>(html`<opens-things></opens-things>`);

/** Moves in the history, and waits until the browser has done so. */
const moved = async (move: () => void) => {
  const popped = oneEvent(window, 'popstate');
  move();
  await popped;
};
const back = () =>
  moved(() => {
    history.back();
  });
const forward = () =>
  moved(() => {
    history.forward();
  });

describe('what an element has opened, in the browser’s history', () => {
  it('closes with Back, opens again with Forward, and keeps the address', async () => {
    const widget = await element();
    const address = location.href;
    widget.show('result');
    widget.show('trend');
    expect(location.href).to.equal(address);
    await back();
    expect(widget.open).to.equal('result');
    await back();
    expect(widget.open).to.equal(undefined);
    await forward();
    expect(widget.open).to.equal('result');
    await back();
  });

  it('takes its entry along when a button closes it', async () => {
    const widget = await element();
    widget.show('one');
    const { length } = history;
    await moved(() => {
      widget.close();
    });
    expect(widget.open).to.equal(undefined);
    widget.show('two');
    expect(history.length).to.equal(length);
    await back();
  });

  it('goes back once, however often the button is pressed', async () => {
    const widget = await element();
    widget.show('below');
    widget.show('above');
    await moved(() => {
      widget.close();
      widget.close();
    });
    expect(widget.open).to.equal('below');
    await back();
    expect(widget.open).to.equal(undefined);
  });

  it('still goes one step at a time where the browser forgets the oldest', async () => {
    const widget = await element();
    const things = Array.from({ length: 52 }, (_, index) => `thing ${index}`);
    for (const thing of things) widget.show(thing);
    await back();
    expect(widget.open).to.equal('thing 50');
    await back();
    expect(widget.open).to.equal('thing 49');
  });

  it('tells nobody what it was, and leaves the host’s state alone', async () => {
    const widget = await element();
    history.replaceState({ router: 7 }, '');
    widget.show('potassium');
    expect(history.state).to.have.property('router', 7);
    expect(JSON.stringify(history.state)).not.to.contain('potassium');
    await back();
    expect(history.state).to.have.property('router', 7);
    history.replaceState(null, '');
  });

  it('stays open while a link leads to a heading of the page, and when one comes back from there', async () => {
    const widget = await element();
    widget.show('result');
    await moved(() => {
      location.hash = 'heading';
    });
    expect(widget.open).to.equal('result');
    await back();
    expect(widget.open).to.equal('result');
    await back();
    expect(widget.open).to.equal(undefined);
  });

  it('is each element’s own: what another opened later closes first, and alone', async () => {
    const [one, other] = [await element(), await element()];
    one.show('result');
    other.show('thread');
    await back();
    expect([one.open, other.open]).to.deep.equal(['result', undefined]);
    await forward();
    one.close();
    expect([one.open, other.open]).to.deep.equal([undefined, 'thread']);
    await back();
    await back();
    expect([one.open, other.open]).to.deep.equal([undefined, undefined]);
  });

  it('opens nothing of a record that is gone', async () => {
    const widget = await element();
    widget.show('result');
    await back();
    widget.entries.forget();
    await forward();
    expect(widget.open).to.equal(undefined);
    await back();
  });

  it('opens all the same where the browser takes no more entries, and closes by its button', async () => {
    const widget = await element();
    const { pushState } = history;
    widget.show('result');
    history.pushState = () => {
      throw new DOMException('More than 100 times per 10 seconds', 'SecurityError');
    };
    try {
      widget.show('trend');
    } finally {
      history.pushState = pushState;
    }
    expect(widget.open).to.equal('trend');
    widget.close();
    expect(widget.open).to.equal(undefined);
    widget.show('another');
    await back();
    expect(widget.open).to.equal(undefined);
  });

  it('makes no entries where the host has a router of its own', async () => {
    const widget = await element();
    widget.history = 'off';
    const { length } = history;
    widget.show('result');
    expect(history.length).to.equal(length);
    widget.close();
    expect(widget.open).to.equal(undefined);
  });
});
