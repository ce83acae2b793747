import { expect, fixture, html } from '@open-wc/testing';
import { differencesOf } from '../../src/ui/versions.js';
import {
  contentOf,
  fillFields,
  linesOf,
  textIn,
  type DraftFields,
} from '../../src/forms/draft-fields.js';
import { fc } from '../support/properties.js';

const fields: DraftFields = {
  '/line': { name: 'line', label: 'Line', drafted: true, value: 'at first' },
  '/text': { name: 'text', label: 'Text', drafted: true },
  '/pick': { name: 'pick', label: 'Pick', drafted: true },
  '/one': { name: 'one', label: 'One', drafted: true },
  '/many': { name: 'many', label: 'Many', drafted: true },
  '/tick': { name: 'tick', label: 'Tick', drafted: true },
  '/password': { name: 'password', label: 'Password', type: 'password', drafted: true },
  '/answer': { name: 'answer', label: 'Answer' },
  '/absent': { name: 'absent', label: 'Absent', drafted: true },
};

const newForm = () =>
  fixture<HTMLFormElement>(html`
    <form>
      <input name="line" /><textarea name="text"></textarea>
      <select name="pick">
        <option>a</option>
        <option>b</option>
      </select>
      <input type="radio" name="one" value="x" /><input type="radio" name="one" value="y" />
      <input type="checkbox" name="many" value="p" /><input type="checkbox" name="many" value="q" />
      <input type="checkbox" name="tick" /> <input name="answer" value="Rex" />
      <input type="password" name="password" value="hunter2" />
    </form>
  `);

describe('the content of a draft', () => {
  it('is what stands in the fields that are drafted, and no secret', async () => {
    const form = await newForm();
    expect(contentOf(form, fields)).to.deep.equal({
      '/line': '',
      '/text': '',
      '/pick': 'a',
      '/one': '',
      '/many': [],
      '/tick': false,
    });
  });

  it('fills the form with exactly what was read from it, whatever was typed', async () => {
    const form = await newForm();
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ''));
    const content = fc.record({
      '/line': line,
      '/text': fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\r/g, '')),
      '/pick': fc.constantFrom('a', 'b'),
      '/one': fc.constantFrom('x', 'y'),
      '/many': fc.subarray(['p', 'q']),
      '/tick': fc.boolean(),
    });
    fc.assert(
      fc.property(content, (typed) => {
        fillFields(form, fields, typed);
        expect(contentOf(form, fields)).to.deep.equal(typed);
      }),
    );
  });

  it('leaves a form empty that is given nonsense, and what is not drafted alone', async () => {
    const form = await newForm();
    fillFields(form, fields, { '/line': 7, '/many': 'p', '/tick': 'yes', '/answer': 'known' });
    expect(contentOf(form, fields)).to.deep.include({ '/line': '', '/many': [], '/tick': false });
    expect(new FormData(form).get('answer')).to.equal('Rex');
    expect(new FormData(form).get('password')).to.equal('hunter2');
  });

  it('is that of the form at first where there is none', async () => {
    const form = await newForm();
    fillFields(form, fields, { '/line': 'later', '/text': 'later' });
    fillFields(form, fields, undefined);
    expect(contentOf(form, fields)).to.deep.include({ '/line': 'at first', '/text': '' });
    expect(() => {
      fillFields(null, fields, {});
    }).not.to.throw();
  });

  it('is told field by field, by label, without what is secret', () => {
    const content = { '/line': 'x', '/answer': 'Rex', '/password': 'hunter2' };
    const lines = linesOf(
      { '/line': fields['/line'] ?? never(), '/answer': fields['/answer'] ?? never() },
      content,
    );
    expect(lines).to.deep.equal([{ label: 'Line', text: 'x' }]);
    expect(textIn(content, '/none')).to.equal('');
    expect(textIn(undefined, '/line')).to.equal('');
  });
});

const never = (): never => {
  throw new Error('There is no such field.');
};

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
