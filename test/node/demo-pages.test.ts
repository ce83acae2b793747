import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { entryAt } from '../../src/faq/entries.js';

const folder = new URL('../../demo/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
const pages = new Map(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));

const valuesOf = (attribute: string, html: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

describe('the pages of the demo', () => {
  for (const [name, html] of pages) {
    const links = ['href', 'next-href', 'recovery-href', 'signup-href', 'sign-in-href', 'faq-href']
      .flatMap((attribute) => valuesOf(attribute, html))
      .filter((href) => /^(#|[\w-]+\.html)/.test(href));

    it(`${name}: no link to another page is dead`, () => {
      assert.ok(links.length > 5);
      for (const link of links) {
        const [target, id] = link.split('#');
        const page = target ? pages.get(target) : html;
        assert.ok(page, `${link}: there is no such page`);
        if (!id) continue;
        const isPlace = valuesOf('id', page).includes(id);
        const isAnswer = page.includes('<portal-faq') && entryAt(`#${id}`) !== undefined;
        assert.ok(isPlace || isAnswer, `${link}: there is no such place`);
      }
    });

    it(`${name}: one level-1 heading, a language, a title, landmarks`, () => {
      assert.equal(html.match(/<h1[ >]/g)?.length, 1);
      assert.match(html, /<html lang="en">/);
      assert.match(html, /<title>\S.*<\/title>/);
      for (const tag of ['header', 'nav', 'main', 'footer'])
        assert.match(html, new RegExp(`<${tag}`));
    });

    it(`${name}: no style that a strict Content-Security-Policy refuses`, () => {
      assert.doesNotMatch(html, /\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)/);
    });
  }

  it('help.html: has the FAQ to which the refusals of all pages lead, and whom to ask', () => {
    assert.match(pages.get('help.html') ?? '', /<portal-faq[ >][^]*<portal-help[ >]/);
    for (const [name, html] of pages) {
      const isPortal = html.includes('<portal-session');
      assert.deepEqual(valuesOf('faq-href', html), isPortal ? ['help.html'] : [], name);
    }
  });
});
