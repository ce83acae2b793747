import { expect } from 'chai';
import { problems } from '../../src/shape/setup-words.js';
import { filesOf } from './support/imports.js';
import { readText } from './support/package.js';

const entries = [...readText('docs/troubleshooting.md').matchAll(/^## (.+)$/gm)].map(
  ([, heading = '']) => heading,
);

describe('what the console says of a wrong set-up', () => {
  it('has an entry in docs/troubleshooting.md each, and there are no others', () => {
    expect(entries).to.deep.equal([...Object.keys(problems)].sort());
    expect(entries).to.have.length.greaterThan(15).and.to.include('no-session');
  });

  it('is said somewhere', () => {
    const code = filesOf('src')
      .filter((file) => !file.endsWith('setup-words.ts'))
      .map(readText)
      .join('\n');
    expect(entries.filter((slug) => !code.includes(`'${slug}'`))).to.deep.equal([]);
  });

  it('and where it says it without those words, links to an entry', () => {
    const links = filesOf('src').flatMap((file) => [
      ...readText(file).matchAll(/troubleshooting\.md#([\w-]+)/g),
    ]);
    expect(links.map(([, slug]) => slug)).to.deep.equal(['not-loaded']);
    expect(entries).to.include('not-loaded');
  });
});
