import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { choiceView } from '../../src/ui/form/choice-view.js';
import { choicesView } from '../../src/ui/form/choices-view.js';
import type { Field } from '../../src/ui/form/field.js';
import { formView } from '../../src/ui/form/form.js';
import { selectView } from '../../src/ui/form/select-view.js';
import { textAreaView } from '../../src/ui/form/text-area-view.js';
import { differencesOf } from '../../src/ui/versions.js';
import { contentOf, linesOf, textIn, type DraftContent } from '../../src/forms/draft-fields.js';
import type { Fields } from '../../src/forms/form-controller.js';
import { fc } from '../support/properties.js';

const choices = (...values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** A form with a field of each kind, and what was kept of it. */
const fieldsWith = (content: DraftContent | undefined): Fields => {
  const field = (name: string, parts: Partial<Field> = {}): Field => {
    const value = content ? textIn(content, `/${name}`) : parts.value;
    return {
      id: name,
      name,
      label: name,
      autocomplete: 'off',
      drafted: true,
      ...parts,
      ...(value !== undefined && { value }),
    };
  };
  const many = content?.['/many'];
  return {
    '/line': field('line', { value: 'at first', most: 1000 }),
    '/text': field('text', { view: textAreaView(1000) }),
    '/pick': field('pick', { view: selectView(choices('a', 'b')) }),
    '/one': field('one', { view: choiceView(choices('x', 'y')) }),
    '/many': field('many', {
      view: choicesView(choices('p', 'q'), Array.isArray(many) ? (many as string[]) : []),
    }),
    '/password': { ...field('password', { type: 'password' }), value: '' },
    '/answer': { ...field('answer', { drafted: false }), value: content ? 'known' : 'Rex' },
  };
};

const open = () => {
  const page = document.createElement('div');
  const show = (content?: DraftContent): HTMLFormElement => {
    const form = formView({
      labelledBy: 'heading',
      fields: Object.values(fieldsWith(content)),
      problems: [],
      submit: { label: 'Send', busyLabel: 'Sending…' },
      busy: false,
      onSubmit: () => undefined,
    });
    render(form, page);
    const element = page.querySelector('form');
    if (!element) throw new Error('There is no form.');
    return element;
  };
  return show;
};

const inputOf = (form: HTMLFormElement, name: string) =>
  form.elements.namedItem(name) as HTMLInputElement;

describe('the content of a draft', () => {
  it('is what stands in the fields that are drafted, and no secret', () => {
    const form = open()();
    inputOf(form, 'password').value = 'hunter2';
    expect(contentOf(form, fieldsWith(undefined))).to.deep.equal({
      '/line': 'at first',
      '/text': '',
      '/pick': '',
      '/one': '',
      '/many': [],
    });
  });

  it('stands in the form exactly as it was read from it, whatever was typed before', () => {
    const show = open();
    const content = fc.record({
      '/line': fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, '')),
      '/text': fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\r/g, '')),
      '/pick': fc.constantFrom('', 'a', 'b'),
      '/one': fc.constantFrom('', 'x', 'y'),
      '/many': fc.subarray(['p', 'q']),
    });
    fc.assert(
      fc.property(content, content, (typed, other) => {
        const fields = fieldsWith(typed);
        expect(contentOf(show(typed), fields)).to.deep.equal(typed);
        expect(contentOf(show(other), fields)).to.deep.equal(other);
      }),
    );
  });

  it('takes the place of what somebody has typed, and leaves alone what is not drafted', () => {
    const show = open();
    const form = show();
    for (const name of ['line', 'text', 'password', 'answer']) inputOf(form, name).value = 'typed';
    const typed = contentOf(form, fieldsWith(undefined));
    show(typed);
    show({ ...typed, '/line': 'elsewhere', '/text': '' });
    expect(
      ['line', 'text', 'password', 'answer'].map((name) => inputOf(form, name).value),
    ).to.deep.equal(['elsewhere', '', 'typed', 'typed']);
    show();
    expect(inputOf(form, 'line').value).to.equal('at first');
  });

  it('leaves a form empty that is given nonsense', () => {
    const form = open()({ '/line': 7, '/pick': 'c', '/one': 'z', '/many': 'p' });
    expect(contentOf(form, fieldsWith(undefined))).to.deep.equal({
      '/line': '',
      '/text': '',
      '/pick': '',
      '/one': '',
      '/many': [],
    });
  });

  it('is told field by field, by label, without what is secret', () => {
    const content = { '/line': 'x', '/answer': 'Rex', '/password': 'hunter2' };
    const { '/line': line, '/answer': answer, '/password': password } = fieldsWith(undefined);
    const fields = Object.entries({ '/line': line, '/answer': answer, '/password': password });
    const lines = linesOf(
      Object.fromEntries(fields.flatMap(([pointer, field]) => (field ? [[pointer, field]] : []))),
      content,
    );
    expect(lines).to.deep.equal([{ label: 'line', text: 'x' }]);
    expect(textIn(content, '/none')).to.equal('');
    expect(textIn(undefined, '/line')).to.equal('');
  });
});

describe('the differences of two versions', () => {
  it('are those fields only that differ, also where one version has no such field', () => {
    const line = (label: string, text: string) => ({ label, text });
    expect(
      differencesOf(
        [line('City', 'Camden'), line('State', 'NJ'), line('ZIP', '')],
        [line('State', 'NJ'), line('City', 'Trenton'), line('Phone', '1')],
      ),
    ).to.deep.equal([
      { label: 'City', texts: ['Camden', 'Trenton'] },
      { label: 'Phone', texts: ['', '1'] },
    ]);
  });
});
