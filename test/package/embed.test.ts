import { TraceMap, originalPositionFor } from '@jridgewell/trace-mapping';
import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tags } from '../../scripts/elements.js';
import { root } from '../../scripts/project.js';
import { readText } from '../node/support/package.js';

const embed = join(root, 'dist/embed');
const scripts = readdirSync(embed, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.js'))
  .sort();

const codeOf = (path: string) => readFileSync(join(embed, path), 'utf8');

describe('the scripts for pages without a bundler', () => {
  it('have a list of digests that a browser takes', () => {
    const integrity = JSON.parse(readText('dist/embed/integrity.json')) as Record<string, string>;
    expect(Object.keys(integrity).sort()).to.deep.equal(scripts);
    for (const path of scripts) {
      const digest = createHash('sha384').update(codeOf(path)).digest('base64');
      expect(integrity[path]).to.equal(`sha384-${digest}`);
    }
  });

  it('have a list of what each element needs first, for the head of a page', () => {
    const firstView = JSON.parse(readText('dist/embed/first-view.json')) as Record<
      string,
      string[]
    >;
    expect(Object.keys(firstView)).to.include.members([...tags, 'portal-session es']);
    expect(scripts).to.include.members(Object.values(firstView).flat());
    const named = /^chunks\/portal-(login|session)-/;
    expect(firstView['portal-login']?.filter((path) => named.test(path))).to.have.length(2);
  });

  it('say by their names what is in them, each once', () => {
    const names = scripts
      .filter((path) => path.startsWith('chunks/'))
      .map((path) => path.replace(/-[\w-]{8}\.js$/, ''));
    expect(new Set(names).size).to.equal(names.length);
    expect(names).to.include.members([
      'chunks/record',
      'chunks/test-results',
      'chunks/es',
      'chunks/faq-es',
      'chunks/test-results-trend-view',
      'chunks/define/es',
    ]);
  });

  it('name no source map, which lie apart', () => {
    expect(scripts.filter((path) => codeOf(path).includes('sourceMappingURL'))).to.deep.equal([]);
    expect(existsSync(join(root, 'dist/maps/define.js.map'))).to.be.true;
  });

  it('lead back to the source with their maps', () => {
    const cases = [
      ['autoload.js', 'could not be loaded', 'src/autoload.ts', 'could not be loaded'],
      [
        scripts.find((path) => /^chunks\/med-renewal-[\w-]{8}\.js$/.test(path)) ?? '',
        'willUpdate(',
        'src/widgets/med-renewal/med-renewal.ts',
        'willUpdate(',
      ],
      ['define.js', 'portal-thread-archived', 'src/widgets/secure-inbox', 'portal-thread-archived'],
    ] as const;
    for (const [script, part, source, words] of cases) {
      const map = new TraceMap(readText(`dist/maps/${script}.map`));
      const column = codeOf(script).indexOf(part);
      const found = originalPositionFor(map, { line: 1, column });
      expect(found.source).to.match(new RegExp(`^${source}`));
      const line = readText(found.source ?? '').split('\n')[(found.line ?? 0) - 1];
      expect(line).to.include(words);
    }
  });

  it('have maps without the sources', () => {
    const map = JSON.parse(readText('dist/maps/define.js.map')) as Record<string, unknown>;
    expect(map).not.to.have.property('sourcesContent');
  });
});
