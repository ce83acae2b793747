import { expect } from 'chai';
import { headingView } from '../../../src/ui/heading.js';
import { markupOf } from '../support/template.js';

describe('a heading', () => {
  it('is of the level that the host asks for', () => {
    for (const level of [2, 3, 4])
      expect(markupOf(headingView(level, 'Messages'))).to.match(
        new RegExp(`^<h${level}[^]*</h${level}>`),
      );
  });

  it('is the title of its element unless it has an id of its own', () => {
    expect(markupOf(headingView(2, 'Messages')))
      .to.contain('part=heading title')
      .and.contain('id=heading');
    const part = markupOf(headingView(2, 'Drafts', 'drafts'));
    expect(part).to.contain('part=heading ').and.contain('id=drafts').and.not.contain('title');
  });
});
