import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { spanish } from '../../demo/portal/spanish.js';
import { entryAt } from '../../src/faq/entries.js';

const folder = new URL('../../demo/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
const pages = new Map(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));

/** What people read of a page that is the hospital's own, and not code. */
const textsOf = (html: string): string[] => [
  ...html
    .replace(/<!--[^]*?-->|<(code|pre|demo-controls)\b[^]*?<\/\1>/g, '<>')
    .split(/<[^>]*>/)
    .map((text) => text.trim().replace(/\s+/g, ' '))
    .filter((text) => /\p{L}/u.test(text)),
  ...['aria-label', 'content'].flatMap((name) =>
    valuesOf(name, html).filter((value) => !/^(width=|light dark)/.test(value)),
  ),
];

const valuesOf = (attribute: string, html: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

describe('the pages of the demo', () => {
  for (const [name, html] of pages) {
    const links = ['href', 'next-href', 'recovery-href', 'signup-href', 'sign-in-href', 'faq-href']
      .flatMap((attribute) => valuesOf(attribute, html))
      .filter((href) => /^(#|[\w-]+\.html)/.test(href));

    it(`${name}: no link to another page is dead`, () => {
      expect(links.length).to.be.greaterThan(5);
      for (const link of links) {
        const [target, id] = link.split('#');
        const page = target ? pages.get(target) : html;
        expect(page, `${link}: there is no such page`).to.be.a('string');
        if (!page || !id) continue;
        const isPlace = valuesOf('id', page).includes(id);
        const isAnswer = page.includes('<portal-faq') && entryAt(`#${id}`) !== undefined;
        expect(isPlace || isAnswer, `${link}: there is no such place`).to.be.true;
      }
    });

    it(`${name}: one level-1 heading, a language, a title, landmarks`, () => {
      expect(html.match(/<h1[ >]/g)?.length).to.equal(1);
      expect(html).to.match(/<html lang="en">/);
      expect(html).to.match(/<title>\S.*<\/title>/);
      for (const tag of ['header', 'nav', 'main', 'footer'])
        expect(html).to.match(new RegExp(`<${tag}`));
    });

    // The desk is for the staff of the demonstration.
    (name === 'desk.html' ? () => undefined : it)(
      `${name}: all of it can be read in Spanish`,
      () => {
        for (const text of textsOf(html)) expect(spanish).to.have.property(text);
      },
    );

    it(`${name}: says what is missing without JavaScript, and keeps the room of each element`, () => {
      const elements = html
        .replace(/<!--[^]*?-->/g, '')
        .match(/<(portal-(?!session)|test-|med-|health-|secure-|family-|hospital-)/g);
      expect(html.match(/<noscript>/g)?.length ?? 0).to.equal(elements?.length ?? 0);
      expect(html.match(/class="skeleton/g)?.length ?? 0).to.equal(elements?.length ?? 0);
    });

    it(`${name}: no style that a strict Content-Security-Policy refuses`, () => {
      expect(html).not.to.match(/\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)/);
    });
  }

  it('help.html: has the FAQ to which the refusals of all pages lead, and whom to ask', () => {
    expect(pages.get('help.html') ?? '').to.match(/<portal-faq[ >][^]*<portal-help[ >]/);
    for (const [name, html] of pages) {
      const isPortal = html.includes('<portal-session');
      expect(valuesOf('faq-href', html), name).to.deep.equal(isPortal ? ['help.html'] : []);
    }
  });
});
