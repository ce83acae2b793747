import { expect } from 'chai';
import * as shapes from '../../../src/shape/shape.js';
import {
  either,
  limitedList,
  limitedText,
  limitedWhole,
  strict,
} from '../../../src/shape/file-shapes.js';

const {
  mistakesOf,
  day,
  instant,
  list,
  nullable,
  number,
  object,
  oneOf,
  tagged,
  text,
  truth,
  whole,
} = shapes;

const expected = (shape: shapes.Shape, value: unknown) =>
  mistakesOf(shape, value).map((mistake) => mistake.expected);

const paths = (shape: shapes.Shape, value: unknown) =>
  mistakesOf(shape, value).map((mistake) => mistake.path);

describe('shapes of answers', () => {
  it('accept what was agreed, and more than that', () => {
    const shape = object({ id: text, 'note?': text, when: nullable(instant) });
    expect(mistakesOf(shape, { id: 'a', when: null, more: 1 })).to.deep.equal([]);
    expect(mistakesOf(shape, { id: 'a', note: 'b', when: '2026-05-04T13:30:00.5Z' })).to.deep.equal(
      [],
    );
  });

  it('name every mistake by its path', () => {
    const shape = object({ rows: list(object({ id: text, value: number })), total: whole });
    expect(paths(shape, { rows: [{ id: 'a', value: 1 }, { id: 7 }], total: 1.5 })).to.deep.equal([
      'rows[1].id',
      'rows[1].value',
      'total',
    ]);
  });

  it('say what should stand there', () => {
    expect(expected(text, 1)).to.deep.equal(['text']);
    expect(expected(object({}), 1)).to.deep.equal(['an object']);
    expect(expected(list(text), 1)).to.deep.equal(['a list']);
    expect(expected(list(text, 1), [])).to.deep.equal(['a list of at least 1']);
    expect(expected(list(text, 2), ['a'])).to.deep.equal(['a list of at least 2']);
    expect(expected(list(text, 2), ['a', 'b'])).to.deep.equal([]);
    expect(expected(oneOf('high', 1), 'low')).to.deep.equal(['"high" or 1']);
    expect(expected(tagged('kind', { a: text, b: text }), {})).to.deep.equal(['"a" or "b"']);
  });

  it('tell what may be absent from what may be null', () => {
    const shape = object({ 'note?': text, when: nullable(object({ day })) });
    expect(paths(shape, { when: null })).to.deep.equal([]);
    expect(paths(shape, { note: undefined, when: { day: '2026-05-04' } })).to.deep.equal([]);
    expect(paths(shape, { note: null })).to.deep.equal(['note', 'when']);
    expect(paths(shape, { when: { day: null } })).to.deep.equal(['when.day']);
  });

  it('never repeat the value, which may be health data', () => {
    const [mistake] = mistakesOf(object({ flag: oneOf('high', 'low') }), { flag: 'HIV positive' });
    expect(JSON.stringify(mistake)).not.to.contain('HIV');
  });

  for (const [name, shape, right, wrong] of [
    ['text', text, ['', 'a'], [1, null, undefined, {}]],
    ['number', number, [0, -1.5], [NaN, Infinity, '1', null]],
    ['whole', whole, [0, -3], [0.5, '1']],
    ['truth', truth, [true, false], [0, 'true', null]],
    ['day', day, ['2026-02-28'], ['2026-2-28', '2026-13-01', '28.02.2026', 20260228]],
    [
      'instant',
      instant,
      ['2026-02-28T00:00:00Z'],
      ['2026-02-28', '2026-02-28T25:00:00Z', 'now', 0],
    ],
    ['list', list(text, 1), [['a']], [[], 'a', { 0: 'a' }, [1]]],
    ['object', object({}), [{}], [[], null, 'a']],
  ] as const) {
    it(`${name} tells right from wrong`, () => {
      for (const value of right)
        expect(mistakesOf(shape, value), JSON.stringify(value)).to.be.empty;
      for (const value of wrong)
        expect(mistakesOf(shape, value), JSON.stringify(value)).not.to.be.empty;
    });
  }

  it('of several kinds are told apart by their tag', () => {
    const shape = tagged('kind', { a: object({ one: text }), b: object({ two: text }) });
    expect(mistakesOf(shape, { kind: 'b', two: '' })).to.be.empty;
    expect(paths(shape, { kind: 'a', two: '' })).to.deep.equal(['one']);
    expect(paths(shape, { kind: 'toString' })).to.deep.equal(['kind']);
    expect(paths(shape, { one: '' })).to.deep.equal(['kind']);
    expect(paths(shape, null)).to.deep.equal(['']);
  });
});

describe('shapes of files', () => {
  it('point out a name that is not known', () => {
    const [mistake, ...others] = mistakesOf(strict({ days: whole, 'note?': text }), {
      days: 1,
      day: 1,
    });
    expect(mistake?.path).to.equal('day');
    expect(mistake?.expected).to.contain('days, note');
    expect(others).to.be.empty;
  });

  it('keep limits', () => {
    expect(mistakesOf(limitedWhole(1, 3), 3)).to.be.empty;
    expect(mistakesOf(limitedWhole(1, 3), 4)[0]?.expected).to.equal('a whole number of 1 to 3');
    expect(mistakesOf(limitedText(2, 3), 'abcd')[0]?.expected).to.contain('2 to 3 characters');
    expect(mistakesOf(limitedText(0, Infinity, /^a+$/), 'ab')).not.to.be.empty;
    expect(paths(limitedList(text, 1, 2), ['a', 1])).to.deep.equal(['[1]']);
    expect(mistakesOf(limitedList(text, 1, 2), [])[0]?.expected).to.equal('a list of 1 to 2');
  });

  it('keep limits to the last of what they allow', () => {
    for (const [shape, right, wrong] of [
      [limitedWhole(1, 3), [1, 2, 3], [0, 4, 1.5, '2', null]],
      [limitedText(2, 3), ['ab', 'abc'], ['a', 'abcd', 12, ['a', 'b'], null]],
      [limitedText(2, 3, /^a+$/), ['aa', 'aaa'], ['a', 'aaaa', 'ab']],
      [limitedText(), ['', 'a'.repeat(1000)], [0]],
      [limitedList(text, 1, 2), [['a'], ['a', 'b']], [[], ['a', 'b', 'c'], 'a', { length: 1 }]],
      [limitedList(text), [[], ['a', 'b', 'c']], ['a']],
    ] as const) {
      for (const value of right) expect(paths(shape, value), JSON.stringify(value)).to.be.empty;
      for (const value of wrong) expect(paths(shape, value), JSON.stringify(value)).not.to.be.empty;
    }
  });

  it('say their limits, as far as there are any', () => {
    expect(expected(limitedWhole(0, Infinity), 'a')).to.deep.equal(['a whole number']);
    expect(expected(limitedWhole(1, Infinity), 0)).to.deep.equal(['a whole number of at least 1']);
    expect(expected(limitedText(), 0)).to.deep.equal(['text']);
    expect(expected(limitedText(1), '')).to.deep.equal(['text of at least 1']);
    expect(expected(limitedText(1, 5), '')).to.deep.equal(['text of 1 to 5 characters']);
    expect(expected(limitedText(1, 5, /^a+$/), '')).to.deep.equal(['text like ^a+$']);
    expect(expected(limitedList(text), 0)).to.deep.equal(['a list']);
    expect(expected(limitedList(text, 1), [])).to.deep.equal(['a list of at least 1']);
  });

  it('look into what is an object only, and name what is below by its path', () => {
    const shape = strict({ days: strict({ to: whole }) });
    expect(paths(shape, 'no object')).to.deep.equal(['']);
    expect(paths(shape, { days: { to: 1, form: 1 }, day: 1 })).to.deep.equal(['days.form', 'day']);
  });

  it('report of several possibilities the first, where none is nearer', () => {
    const shape = either(oneOf('none'), whole, list(text));
    expect(paths(shape, ['a'])).to.be.empty;
    expect(expected(shape, true)).to.deep.equal(['"none"']);
    expect(paths(either(list(whole), oneOf('none')), [1, 'a'])).to.deep.equal(['[1]']);
  });

  it('report of several possibilities the nearest', () => {
    const shape = either(oneOf('none'), list(object({ from: day })));
    expect(mistakesOf(shape, 'none')).to.be.empty;
    expect(paths(shape, [{ from: '2026-05-04' }, { from: 'May' }])).to.deep.equal(['[1].from']);
  });
});
