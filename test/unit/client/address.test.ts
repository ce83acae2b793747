import { expect } from 'chai';
import { consoleLines } from '../../support/console-errors.js';
import { pageHref } from '../../../src/shape/address.js';
import { encodedText, mailHref, telHref } from '../../../src/shape/contact-links.js';

const page = { base: 'https://portal.example/care/', origin: 'https://portal.example' };

const checked = (given: string | null | undefined, allowed?: string | true) =>
  pageHref(given, allowed, page);
describe('the address of a page', () => {
  const { warn } = console;
  const told: string[] = [];

  before(() => {
    console.warn = (...words: unknown[]) => told.push(words.map(String).join(' '));
  });

  // What is left out is told a moment later.
  after(async () => {
    await consoleLines(() => undefined);
    console.warn = warn;
  });

  it('is used as it was given, if it is of this site', () => {
    for (const given of [
      '/my-health',
      'my-health',
      '../sign-in?from=care#top',
      '#top',
      '?page=2',
      '',
      '//portal.example/a',
      'https://portal.example/a',
      'HTTPS://PORTAL.example:443/a',
      '/a?next=https://other.example/',
      '/javascript:alert(1)',
      './javascript:alert(1)',
    ]) {
      expect(checked(given), given).to.equal(given);
    }
  });

  it('may be missing', () => {
    expect([checked(null), checked(undefined)]).to.deep.equal([undefined, undefined]);
  });

  const tricks = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'java\r\nscript:alert(1)',
    'javascript\t:alert(1)',
    'javascript://portal.example/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'DATA:text/html;base64,PHNjcmlwdD4=',
    'vbscript:msgbox(1)',
    'blob:https://portal.example/4a1c',
    'filesystem:https://portal.example/a',
    'about:blank',
    'file:///etc/passwd',
    'ftp://portal.example/a',
    'mailto:a@other.example',
    'tel:911',
    'intent://portal.example/#Intent;end',
    '//other.example',
    '///other.example',
    '////other.example/a',
    '\\\\other.example',
    '/\\other.example',
    '\\/other.example',
    '/\t/other.example',
    '/\n/other.example',
    '\t//other.example',
    'https:\\\\other.example',
    'https:/\\other.example',
    'http://portal.example/a',
    'https://portal.example:8443/a',
    'https://portal.example.other.example',
    'https://portal.example@other.example',
    'https://portal.example%40other.example',
    'https://someone@portal.example/a',
    'https://someone:secret@portal.example/a',
    'https://pоrtal.example', // a Cyrillic o
    'https://',
    'https://%',
    'http://[::1',
  ];

  it('is left out, if it is of another kind or another site', () => {
    for (const trick of tricks) expect(checked(trick), JSON.stringify(trick)).to.equal(undefined);
    expect(tricks.length).to.be.greaterThan(35);
  });

  it('stays on this site, where a backslash or a missing slash makes it a path', () => {
    for (const given of ['https://portal.example\\@other.example', 'https:other.example']) {
      const href = checked(given);
      expect(href && new URL(href, page.base).origin).to.equal(page.origin);
    }
  });

  it('may be of another site that is allowed, and of no other', () => {
    const allowed = ' https://help.example\n  https://visits.example:8443/path ';
    expect(checked('https://help.example/a', allowed)).to.equal('https://help.example/a');
    expect(checked('//help.example/a', allowed)).to.equal('//help.example/a');
    expect(checked('https://visits.example:8443/', allowed)).to.equal(
      'https://visits.example:8443/',
    );
    for (const trick of [
      ...tricks,
      'http://help.example/a',
      'https://a.help.example',
      'https://someone@help.example',
      'https://visits.example',
    ]) {
      expect(checked(trick, allowed), JSON.stringify(trick)).to.equal(undefined);
    }
  });

  it('is opened to nothing by what names no site', () => {
    for (const allowed of ['*', 'null', 'data:', 'javascript:', 'about:blank', 'other.example']) {
      for (const trick of tricks) {
        expect(checked(trick, allowed), `${allowed} ${trick}`).to.equal(undefined);
      }
    }
  });

  it('may be of any site, where leading away is its nature; never of another kind', () => {
    expect(checked('https://maps.example/?q=1', true)).to.equal('https://maps.example/?q=1');
    for (const trick of ['javascript:alert(1)', 'data:,', 'java\nscript:1', 'https://a@b.example'])
      expect(checked(trick, true), trick).to.equal(undefined);
  });

  it('tells the page’s author once what was left out, and nothing that stands in its query', async () => {
    const lines = await consoleLines(() => {
      for (let times = 0; times < 3; times += 1) {
        pageHref('https://once.example/private?token=abc', '', page);
      }
    });
    const [line, ...more] = lines.filter((each) => each.includes('once.example'));
    expect(more).to.deep.equal([]);
    expect(line)
      .to.contain('allowed-origins')
      .and.not.match(/private|token|abc/);
  });
});

describe('a phone number', () => {
  it('is one to call, whatever it is written with', () => {
    expect(telHref('1-555-555-0118')).to.equal('tel:15555550118');
    expect(telHref('(555) 555.0118')).to.equal('tel:5555550118');
    expect(telHref('+1 555 555 0118')).to.equal('tel:+15555550118');
    expect(telHref('555+0118')).to.equal('tel:5550118');
    expect(telHref('911')).to.equal('tel:911');
    expect(telHref('856-555-0100 ext. 12')).to.equal('tel:8565550100;ext=12');
  });

  it('is none without digits', () => {
    for (const phone of ['', '-------', '+', '(   )  ', 'call us', '-- 1 --']) {
      expect(telHref(phone), phone).to.equal(undefined);
    }
  });
});

describe('an email address', () => {
  it('is written to, with nothing added by it', () => {
    expect(mailHref('help+us@clinic.example')).to.equal('mailto:help+us@clinic.example');
    expect(mailHref('a?bcc=x%40y.z&body=b@clinic.example')).to.equal(
      'mailto:a%3Fbcc%3Dx%2540y.z%26body%3Db@clinic.example',
    );
  });
});

describe('text in an address', () => {
  it('is encoded, half a surrogate pair too', () => {
    expect(encodedText('1 Main St & Elm')).to.equal('1%20Main%20St%20%26%20Elm');
    expect(encodedText('a\ud800b 😀')).to.equal('a%EF%BF%BDb%20%F0%9F%98%80');
  });
});
