import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/project.js';
import { readText } from './support/package.js';

const document = readText('docs/security.md');

/** The last cell of each row of the table of threats: a file, and the title of a test in it. */
const coverage = [...document.matchAll(/^\| .*\| `(test\/\S+)`: (.+?) *\|$/gm)].map(
  ([, file = '', title = '']) => ({ file, title }),
);

describe('docs/security.md', () => {
  it('has a test for each threat', () => {
    const [, table = ''] = document.split('## Threats');
    const rows = table.split('\n').filter((line) => line.startsWith('| ')).length - 2;
    expect(coverage).to.have.length(rows);
    expect(rows).to.be.greaterThan(30);
  });

  for (const { file, title } of coverage) {
    it(`names a test that there is: ${title}`, () => {
      expect(existsSync(join(root, file)), file).to.equal(true);
      expect(readText(file)).to.contain(title);
    });
  }

  it('promises of a sign-out without an answer what the elements do', () => {
    const promised =
      /\*\*A sign-out while the backend does not answer\.\*\* ([^*]+)- \*\*/.exec(document)?.[1] ??
      '';
    for (const words of [
      'emptied at once',
      'over reloads too',
      'not complete',
      'close the browser',
    ]) {
      expect(promised.replace(/\s+/g, ' ')).to.contain(words);
    }
    expect(document).not.to.contain('A sign-out without an answer.');
  });

  it('quotes the Content-Security-Policy of the demo', () => {
    const [, quoted = ''] = /```\n(default-src [^`]+)```/.exec(document) ?? [];
    const [, served = ''] =
      /contentSecurityPolicy = \[([^\]]+)\]/.exec(readText('scripts/start.js')) ?? [];
    const directives = [...served.matchAll(/^ *(["'])(.+)\1,$/gm)].map(([, , text]) => text);
    expect(directives).to.have.length.greaterThan(8);
    expect(quoted.trim().split(/;\s+/)).to.deep.equal(directives);
  });

  it('is found from the README and from the page on reporting', () => {
    for (const page of ['README.md', 'SECURITY.md']) {
      expect(readText(page)).to.contain('](docs/security.md)');
    }
    expect(readText('README.md')).to.contain('](SECURITY.md)');
  });
});
