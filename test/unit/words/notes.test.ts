import { expect } from 'chai';
import { UnreachableError } from '../../../src/client/portal-errors.js';
import { nextActions, type NextAction, type NextStep } from '../../../src/contract/problems.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { actingForView } from '../../../src/ui/acting-for.js';
import { failureNote } from '../../../src/ui/failure-note.js';
import { nextStepView, type StepLinks } from '../../../src/ui/next-step.js';
import { noteView } from '../../../src/ui/note.js';
import { openingHours } from '../../../src/ui/words/opening-hours.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { handlersIn, markupOf, wordsOf } from '../support/template.js';

describe('the next steps after a refusal', () => {
  const context = { policy: mycooper, locale: 'en' };
  const words = (step: NextStep, links?: StepLinks, policy = mycooper) =>
    wordsOf(nextStepView(step, { ...context, policy }, links));
  const contact = { name: 'Quay Street Pharmacy', phone: '1-555-555-0181' };

  /** Those that a widget has a button of its own for. */
  const silent: readonly NextAction[] = ['switch-subject', 'confirm', 'new-message'];
  /** Those that lead to a page, which the host may not have named. */
  const linked: readonly NextAction[] = ['reset-password', 'recover-username'];

  it('are all told, but those for which the widget has a button', () => {
    for (const action of nextActions) {
      const told = words({ action });
      const isTold = !silent.includes(action) && !linked.includes(action);
      expect(told !== '', action).to.equal(isTold);
    }
    const told = nextActions.map((action) => words({ action })).filter((each) => each !== '');
    expect(new Set(told).size).to.equal(nextActions.length - silent.length - linked.length);
  });

  it('lead to the pages that the host has named, and to none that it has not', () => {
    const links: StepLinks = { recoveryHref: '/recovery', signInHref: '/sign-in' };
    for (const [action, name, href] of [
      ['reset-password', 'Set a new password', '/recovery'],
      ['recover-username', 'Get your username', '/recovery'],
      ['sign-in', 'Sign in', '/sign-in'],
    ] as const) {
      const view = nextStepView({ action }, context, links);
      expect(markupOf(view), action).to.equal(`<a href=${href}>${name}</a>`);
    }
    expect(nextStepView({ action: 'reset-password' }, context)).to.equal(undefined);
    expect(words({ action: 'sign-in' })).to.equal('Sign in again.');
  });

  it('name whom to call: the office, or who knows more of it', () => {
    expect(words({ action: 'call-office' })).to.equal('Call your office: 1-555-555-0118');
    expect(words({ action: 'call-office', contact })).to.equal(
      'Call Quay Street Pharmacy: 1-555-555-0181',
    );
    expect(words({ action: 'call-pharmacy', contact })).to.equal(
      'Call your pharmacy, Quay Street Pharmacy: 1-555-555-0181',
    );
    expect(words({ action: 'call-pharmacy' })).to.equal('Call your pharmacy.');
    expect(words({ action: 'call-emergency' })).to.equal('In an emergency, call 911');
    expect(words({ action: 'call-emergency' }, {}, lakeside)).to.equal('In an emergency, call 119');
  });

  it('give the number of the support line, and the office’s where there is no such line', () => {
    expect(words({ action: 'call-support-line' }, {}, mychart)).to.contain('1-844-369-2667');
    expect(words({ action: 'call-support-line' })).to.contain('1-555-555-0118');
  });

  it('say since when the office can be called, by its own clock', () => {
    expect(words({ action: 'call-office', at: '2026-05-05T12:00:00Z' })).to.match(
      /0118 \(opens Tuesday, May 5(,| at) 8:00\sAM\)$/,
    );
  });
});

describe('a note', () => {
  it('has its text, steps and answer, where there are any', () => {
    expect(wordsOf(noteView({ heading: 'What' }))).to.equal('What');
    const all = { heading: 'What', text: 'Why', faqHref: 'faq.html#faq-why' };
    expect(wordsOf(noteView(all))).to.equal('What Why Why?');
    expect(markupOf(noteView({ ...all, faqHref: null }))).not.to.contain('<a');
  });

  it('alerts whom it tells of a problem, and nobody else', () => {
    expect(markupOf(noteView({ heading: 'What', tone: 'danger' }))).to.contain('role=alert');
    expect(markupOf(noteView({ heading: 'What' }))).not.to.contain('alert');
  });

  it('about a failure tells what it was, and a way to try again where there is one', () => {
    for (const [error, words] of [
      [new UnreachableError(), 'We can’t reach the portal.'],
      [{ kind: 'too-many-requests', retryAfterSeconds: 12 }, 'Too many attempts. Wait 12 seconds'],
      [{ kind: 'too-many-requests' }, 'Too many attempts. Wait 60 seconds'],
      [{ kind: 'not-found' }, 'We can’t find this.'],
      [{ kind: 'conflict' }, 'Something has changed.'],
      [new Error('?'), 'Something went wrong on our side.'],
    ] as const) {
      const note = failureNote(error);
      expect(wordsOf(note))
        .to.contain(words)
        .and.not.match(/Try again$/);
      expect(markupOf(note)).to.contain('role=alert');
    }
    let tries = 0;
    const note = failureNote(new Error('?'), () => (tries += 1));
    expect(wordsOf(note)).to.match(/Try again$/);
    for (const handler of handlersIn(note)) handler();
    expect(tries).to.equal(1);
  });
});

describe('whose record it is', () => {
  const subject = { id: 'ada', displayName: 'Ada Okafor' } as const;

  it('is said of another’s, with what one may not do; of one’s own nothing is', () => {
    expect(wordsOf(actingForView({ ...subject, relationship: 'self', access: 'full' }))).to.equal(
      '',
    );
    expect(wordsOf(actingForView({ ...subject, relationship: 'parent', access: 'full' }))).to.equal(
      'You’re viewing Ada Okafor’s record.',
    );
    expect(wordsOf(actingForView({ ...subject, relationship: 'parent', access: 'view' }))).to.equal(
      'You’re viewing Ada Okafor’s record. You can see everything here, but you can’t send or change anything.',
    );
  });
});

describe('the hours of the phone', () => {
  const hours = (businessDays: number[]) =>
    openingHours({ ...mycooper.calendar, businessDays }, 'en').replace(/\s/g, ' ');

  it('name the first and the last of three days or more in a row', () => {
    expect(hours([1, 2, 3, 4, 5])).to.equal(
      'Open Monday to Friday, 8:00 AM to 5:00 PM, except holidays.',
    );
    expect(hours([3, 2, 4])).to.contain('Open Tuesday to Thursday,');
  });

  it('name each of fewer days, or of days with a gap, in the order of the week', () => {
    expect(hours([2, 1])).to.contain('Open Monday and Tuesday, 8:00');
    expect(hours([6, 1, 2, 3, 4])).to.contain(
      'Open Monday, Tuesday, Wednesday, Thursday, and Saturday, 8:00',
    );
  });
});
