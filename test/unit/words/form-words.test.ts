import { expect } from 'chai';
import { fieldReasons, type FieldError } from '../../../src/contract/problems.js';
import { choiceView } from '../../../src/ui/form/choice-view.js';
import { choicesView } from '../../../src/ui/form/choices-view.js';
import { errorSummary } from '../../../src/ui/form/error-summary.js';
import { fieldNotes, fieldView, type Field } from '../../../src/ui/form/field.js';
import { problemsOf, type FieldLimits } from '../../../src/ui/form/form-problems.js';
import { selectView } from '../../../src/ui/form/select-view.js';
import { textAreaView } from '../../../src/ui/form/text-area-view.js';
import { differencesOf, versionsView } from '../../../src/ui/versions.js';
import { handlersIn, markupOf, wordsOf } from '../support/template.js';

describe('the fields that a refusal names', () => {
  const controls = { '/body/code': { id: 'code', label: 'Code' } };
  const textsOf = (
    errors: readonly Omit<FieldError, 'detail'>[],
    kind = 'refused',
    limits?: FieldLimits,
  ) => problemsOf({ kind, errors }, controls, limits && { '/body/code': limits });
  const textOf = (reason: FieldError['reason'], limits?: FieldLimits) =>
    textsOf([{ pointer: '/body/code', reason }], 'refused', limits)[0]?.text;

  it('are told how to mend each kind of mistake, and each in other words', () => {
    const texts = [...fieldReasons, undefined].map((reason) => textOf(reason));
    expect(new Set(texts).size).to.equal(fieldReasons.length + 1);
    for (const [reason, words] of [
      ['required', 'Code is required.'],
      ['wrong', 'Code: this is not right.'],
      ['has-space', 'Code: leave out the spaces.'],
      ['invisible', 'Code: it has a hidden character in it. Clear it and type it by hand.'],
      ['no-email-address', 'Code: write one address, like name@example.org.'],
      ['no-phone-number', 'Code: write it like 856-555-0100, or 856-555-0100 ext. 12.'],
      ['taken', 'Code: somebody else has this one. Choose another.'],
      ['is-the-code', 'Code: do not use your code. Choose something of your own.'],
      ['differs', 'Code: the two are not the same. Type it again.'],
      ['no-words', 'Code: use words or numbers.'],
      [undefined, 'Code: check what you typed.'],
    ] as const) {
      expect(textOf(reason)).to.equal(words);
    }
  });

  it('are told how long they may be: as the form says, else by the limits of all', () => {
    expect(textOf('too-short', { least: 8 })).to.equal('Code: use 8 characters or more.');
    expect(textOf('too-short')).to.equal('Code: use 1 characters or more.');
    expect(textOf('too-long', { most: 20 })).to.equal('Code: use 20 characters at most.');
    expect(textOf('too-long')).to.equal('Code: use 256 characters at most.');
  });

  it('are those of the form: what stands nowhere in it is left to the note', () => {
    const errors: Omit<FieldError, 'detail'>[] = [
      { pointer: '/body/elsewhere', reason: 'wrong' },
      { pointer: '/body/code', reason: 'wrong' },
    ];
    expect(textsOf(errors).map(({ controlId }) => controlId)).to.deep.equal(['code']);
    expect(textsOf(errors, 'invalid-request')).to.have.lengthOf(1);
    expect(textsOf(errors, 'conflict')).to.deep.equal([]);
    expect(problemsOf({ kind: 'refused' }, controls)).to.deep.equal([]);
  });

  it('stand in the summary, each with a way to it; there is none without a problem', () => {
    const markup = markupOf(errorSummary([{ controlId: 'code', text: 'Code: fill this in.' }]));
    expect(wordsOf(markup)).to.equal('There is a problem Code: fill this in.');
    expect(markup).to.contain('href="#code"').and.contain('role="alert"');
    expect(markupOf(errorSummary([]))).to.equal('');
  });
});

describe('a field', () => {
  const field: Field = { id: 'pet', name: 'animal', label: 'Pet', autocomplete: 'off' };
  const problems = [{ controlId: 'pet', text: 'Pet: fill this in.' }];
  const choices = [
    { value: 'cat', label: 'Cat' },
    { value: 'dog', label: 'Dog' },
  ];

  it('names its problem before its hint, and neither where there is none', () => {
    const both = fieldNotes({ ...field, hint: 'Or none' }, problems);
    expect(both.describedBy).to.equal('pet-error pet-hint');
    expect(both.invalid).to.equal('true');
    expect(wordsOf(both.notes)).to.equal('Or none Pet: fill this in.');
    expect(fieldNotes({ ...field, hint: 'Or none' }, []).describedBy).to.equal('pet-hint');
    const none = fieldNotes(field, [{ controlId: 'other', text: 'Other: fill this in.' }]);
    expect([none.describedBy, none.invalid, none.notes].map(wordsOf)).to.deep.equal(['', '', '']);
    expect(markupOf(none.notes)).not.to.contain('<p');
  });

  it('of one line takes text of 256 characters, unless it says otherwise', () => {
    const markup = markupOf(fieldView(field, []));
    expect(markup).to.match(/type=text\s+maxlength=256\s+min=\s+max=\s+value=\s/);
    expect(markup).to.contain('?required=\n').and.not.contain('none').and.not.contain('false');
    const literal = { ...field, type: 'email', most: 20, value: 'x', literal: true } as const;
    const other = markupOf(fieldView(literal, []));
    expect(other).to.match(/type=email\s+maxlength=20\s+min=\s+max=\s+value=x\s/);
    expect(other).to.match(/autocapitalize=none\s+spellcheck=false\s/);
  });

  it('that is a password helps with it once it has the focus; no other does', () => {
    expect(handlersIn(fieldView(field, []))).to.have.lengthOf(0);
    expect(handlersIn(fieldView({ ...field, type: 'password' }, []))).to.have.lengthOf(1);
  });

  const checkedIn = (markup: string) =>
    [...markup.matchAll(/id=(\S+)[^>]*\?checked=(\w+)/g)].map(([, id, checked]) => [id, checked]);

  it('with choices has the one that is its value, and the first where the summary leads', () => {
    const markup = markupOf(choiceView(choices)({ ...field, value: 'dog' }, problems));
    expect(checkedIn(markup)).to.deep.equal([
      ['pet', 'false'],
      ['pet-1', 'true'],
    ]);
    expect([...markup.matchAll(/<label for=([\w-]+)>/g)].map(([, id]) => id)).to.deep.equal([
      'pet',
      'pet-1',
    ]);
    expect(checkedIn(markupOf(choiceView(choices)(field, [])))).to.deep.equal([
      ['pet', 'false'],
      ['pet-1', 'false'],
    ]);
  });

  it('with boxes has those ticked that were chosen, and reads out the hint of each', () => {
    const [cat, dog] = choices;
    if (!cat || !dog) throw new Error('There are two choices.');
    const hinted = [cat, { ...dog, hint: 'Wolves too' }];
    const markup = markupOf(choicesView(hinted, ['dog'])(field, problems));
    expect(checkedIn(markup)).to.deep.equal([
      ['pet', 'false'],
      ['pet-1', 'true'],
    ]);
    expect(
      [...markup.matchAll(/<p class="pw-hint" id="(\S+)"/g)].map(([, id]) => id),
    ).to.deep.equal(['pet-1-hint']);
    expect([...markup.matchAll(/aria-describedby=(\S*)\s+\/>/g)].map(([, id]) => id)).to.deep.equal(
      ['', 'pet-1-hint'],
    );
    expect(markup).to.contain('class="pw-field pw-invalid"');
    const plain = markupOf(choicesView(choices)(field, []));
    expect(plain).to.contain('class="pw-field "');
    expect(plain).not.to.contain('checked=true');
  });

  it('with a list begins with its value, or with nothing chosen', () => {
    const selected = (value?: string) =>
      [
        ...markupOf(selectView(choices)({ ...field, ...(value && { value }) }, [])).matchAll(
          /value=(\S+)\s+\?selected=(\w+)/g,
        ),
      ].flatMap(([, each, isSelected]) => (isSelected === 'true' ? [each] : []));
    expect(selected()).to.deep.equal(['""']);
    expect(selected('dog')).to.deep.equal(['dog']);
  });

  it('of several lines has three, and its text', () => {
    const markup = markupOf(textAreaView(500)({ ...field, value: 'Rex' }, []));
    expect(markup)
      .to.match(/rows=3\s+maxlength=500\s/)
      .and.contain('.defaultValue=Rex');
    expect(markupOf(textAreaView(500, 8)(field, []))).to.match(/rows=8\s[^]*\.defaultValue=\s/);
  });
});

describe('two versions of a form', () => {
  const yours = [
    { label: 'Note', text: 'mine' },
    { label: 'Phone', text: '1' },
    { label: 'Pet', text: 'Rex' },
    { label: 'Fax', text: '' },
  ];
  const other = [
    { label: 'Note', text: 'theirs' },
    { label: 'Phone', text: '1' },
    { label: 'Town', text: 'Riverbend' },
  ];

  it('are compared field by field, by what either has', () => {
    expect(differencesOf(yours, other)).to.deep.equal([
      { label: 'Note', texts: ['mine', 'theirs'] },
      { label: 'Pet', texts: ['Rex', ''] },
      { label: 'Town', texts: ['', 'Riverbend'] },
    ]);
  });

  it('show what differs, and let somebody choose either', () => {
    const chosen: string[] = [];
    const version = (name: string, lines: typeof yours) => ({
      name,
      lines,
      choice: `Keep ${name}`,
      onChoose: () => chosen.push(name),
    });
    const view = versionsView({
      heading: 'Changed',
      text: 'Choose.',
      yours: version('Yours', yours),
      other: version('Theirs', other),
    });
    expect(wordsOf(view)).to.equal(
      'Changed Choose. Note Yours: mine Theirs: theirs Pet Yours: Rex Theirs: nothing Town Yours: nothing Theirs: Riverbend Keep Yours Keep Theirs',
    );
    expect(markupOf(view)).to.contain('part=versions');
    for (const handler of handlersIn(view)) handler();
    expect(chosen).to.deep.equal(['Yours', 'Theirs']);
  });
});
