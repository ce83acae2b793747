import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { answers } from '../../demo/answers.js';
import { ruleIds } from '../../src/policy/rules.js';

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
        if (id) assert.ok(valuesOf('id', page).includes(id), `${link}: there is no such place`);
      }
    });

    it(`${name}: one level-1 heading, a language, a title, landmarks`, () => {
      assert.equal(html.match(/<h1[ >]/g)?.length, 1);
      assert.match(html, /<html lang="en">/);
      assert.match(html, /<title>\S.*<\/title>/);
      for (const tag of ['header', 'nav', 'main', 'footer'])
        assert.match(html, new RegExp(`<${tag}`));
    });

    it(`${name}: every answer that it asks for is there`, () => {
      for (const answer of valuesOf('data-answer', html)) assert.ok(answer in answers, answer);
    });

    it(`${name}: no style that a strict Content-Security-Policy refuses`, () => {
      assert.doesNotMatch(html, /\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)/);
    });
  }

  it('help.html: explains every rule that a refusal can name so far', () => {
    const explained = ruleIds.filter(
      (rule) =>
        /^(activation|signup|account|login|session|results)\./.test(rule) ||
        (rule.startsWith('password.') && rule !== 'password.change') ||
        ['email.entered-twice', 'username.recovery'].includes(rule),
    );
    const help = pages.get('help.html') ?? '';
    for (const rule of explained) {
      const place = help.indexOf(`id="faq-${rule.replaceAll('.', '-')}"`);
      const answer = help.indexOf(`data-answer="${rule}"`);
      assert.ok(place > 0 && answer > place, rule);
    }
  });
});
