import { expect } from 'chai';
import {
  cleanEmailAddress,
  cleanPhoneNumber,
  emailAddressForm,
  phoneNumberForm,
} from '../../../src/shape/contact-points.js';
import { fc } from '../../support/properties.js';

describe('an e-mail address', () => {
  for (const typed of [
    'ann@example.org',
    ' ann@example.org\u200b',
    '\ufeffann@exam\u00adple.org\u00a0',
    'ann@example.org,',
    'ann@example.org;',
    'ann@example.org.',
    '<ann@example.org>',
    'Ann B. Example <ann@example.org>, ',
    'mailto:ann@example.org',
    'MAILTO:ann@example.org?subject=Hello',
    '<mailto:ann@example.org>',
    'ａｎｎ＠ｅｘａｍｐｌｅ．ｏｒｇ',
  ]) {
    it(`is read as it is meant: ${JSON.stringify(typed)}`, () => {
      expect(cleanEmailAddress(typed)).to.equal('ann@example.org');
    });
  }

  for (const typed of [
    "Pat.O'Hara+portal@mail.example.co.uk",
    'josé@café.example',
    'ann@example.xn--p1ai',
    'a@x-1.org',
    `${'x'.repeat(64)}@example.org`,
  ]) {
    it(`that can be delivered to is taken as it is: ${typed}`, () => {
      expect(cleanEmailAddress(typed)).to.equal(typed);
      expect(typed).to.match(emailAddressForm);
    });
  }

  for (const typed of [
    'a@b..org',
    'a..b@example.org',
    '.a@example.org',
    'a.@example.org',
    'a@example',
    'a@.org',
    'a@-example.org',
    'a@example-.org',
    'a@example.1',
    'a@1.2.3.4',
    'a b@example.org',
    'a@exa mple.org',
    'a@b@example.org',
    'a@example.org, b@example.org',
    'a@example.org;b@example.org',
    '"a b"@example.org',
    'ann',
    '@example.org',
    '',
    `${'x'.repeat(65)}@example.org`,
    `a@${'x'.repeat(64)}.org`,
  ]) {
    it(`that cannot be delivered to is none: ${JSON.stringify(typed)}`, () => {
      expect(cleanEmailAddress(typed)).not.to.match(emailAddressForm);
    });
  }
});

describe('a phone number', () => {
  for (const [typed, meant] of [
    ['1-555-555-0142', '1-555-555-0142'],
    ['1–555—555‑0142', '1-555-555-0142'],
    ['1\u2212555\u2010555\u20110142', '1-555-555-0142'],
    ['+1\u00a0(555)\u2009555.0142', '+1 (555) 555.0142'],
    ['555/555/0142', '555-555-0142'],
    ['tel:+15555550142', '+15555550142'],
    ['٥٥٥-٥٥٥-٠١٤٢', '555-555-0142'],
    ['555-555-0142 x12', '555-555-0142 ext. 12'],
    ['555-555-0142x12', '555-555-0142 ext. 12'],
    ['555-555-0142 ext 12', '555-555-0142 ext. 12'],
    ['555-555-0142, Ext. 12', '555-555-0142 ext. 12'],
    ['555-555-0142 extension 1234', '555-555-0142 ext. 1234'],
    ['555-555-0142 #7', '555-555-0142 ext. 7'],
    ['tel:+15555550142;ext=7', '+15555550142 ext. 7'],
    ['555-0142', '555-0142'],
  ] as const) {
    it(`is read as it is meant: ${JSON.stringify(typed)}`, () => {
      expect(cleanPhoneNumber(typed)).to.equal(meant);
      expect(meant).to.match(phoneNumberForm);
    });
  }

  for (const typed of [
    '',
    '12',
    'call me',
    '-------',
    '(((...)))',
    '1234567890123456',
    '555-555-0142 ext',
    '555-555-0142 x12345678',
    '555-555-0142 or 555-555-0143',
  ]) {
    it(`is none without its digits, or with more than it can have: ${JSON.stringify(typed)}`, () => {
      expect(cleanPhoneNumber(typed)).not.to.match(phoneNumberForm);
    });
  }
});

describe('cleaning', () => {
  it('changes nothing that is clean already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        for (const clean of [cleanEmailAddress, cleanPhoneNumber]) {
          const once = clean(typed);
          const isForm = emailAddressForm.test(once) || phoneNumberForm.test(once);
          if (isForm) expect(clean(once)).to.equal(once);
        }
      }),
    );
  });

  it('leaves what is much too long to be either', () => {
    const long = ','.repeat(100_000) + 'x';
    expect(cleanEmailAddress(long)).to.equal(long);
    expect(cleanPhoneNumber(long)).to.equal(long);
  });
});
