import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import list from 'big-list-of-naughty-strings/blns.json' with { type: 'json' };
import type { Person } from '../../../mocks/db/records/index.js';
import { rosa } from '../../../mocks/people/rosa/rosa.js';
import '../../../src/define.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { ManualTimers } from '../../../stories/fixtures/support/manual-timers.js';
import { allByRole, textOf } from '../../../stories/fixtures/support/query.js';
import { isChromium } from '../../support/extent.js';
import { mount } from '../support/mount.js';

/** Some run a script where they are taken for markup, others break lines, directions or encodings. */
const naughty = [
  ...list.filter((text) => text.trim() !== ''),
  '<svg onload=alert(1)>',
  '<img src=x onerror=alert(1)>',
  '"><portal-faq></portal-faq>',
  '${alert(1)}',
  '{{constructor.constructor("alert(1)")()}}',
  '<template><script>alert(1)</script></template>',
  '<!--?lit$1$--><script>alert(1)</script>',
  "'; alert(1); //",
  '<style>*{display:none}</style>',
  '<base href=https://other.example/>',
  '<meta http-equiv=refresh content="0;url=https://other.example/">',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '\u202Etxet desrever\u202C',
  '\u2066isolated\u2069 \u200Fright to left',
  'zero\u200Bwidth\u200Djoined\uFEFF',
  'e\u0301'.repeat(30),
  'Ａｌｅｒｔ full width',
  'a\u0000b',
  'lone \uD800 surrogate',
  'أحمد بن عبد الله',
  'ประเทศไทย',
  '名前がとても長い患者さんの名前',
  '👩‍⚕️👨‍👩‍👧‍👦🏳️‍🌈',
  '\t\n\r tabs and lines',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  'x'.repeat(200),
];

/** What people have written, by the names of the members that hold it. */
const texts =
  /^(name|title|text|display|orderedBy|laboratory|specimen|unit|author|absentReason|role|directions|prescriber|pharmacy|requestedBy|note|by|practitioner|instructions|address|reason|answer|substance|reaction|manifestation|line1|line2|city|givenName|familyName|organization|en|es|requiredByState|question)$/;

/** The same, with another of the strings in each text, in turn. */
const withTexts = <T>(value: T, next: () => string, key = ''): T => {
  if (typeof value === 'string') return (texts.test(key) ? next() : value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => withTexts(each, next, key)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]: [string, unknown]) => [
      name,
      withTexts(each, next, name),
    ]),
  ) as T;
};

/** @param limit characters at most: longer ones are cut */
const turnFrom = (start: number, limit: number) => {
  let at = start;
  return () => (naughty[at++ % naughty.length] ?? '').trim().slice(0, limit);
};

const somebody = (now: number, next: () => string): Person => {
  const { account, ...person } = rosa(now);
  return { ...withTexts(person, next), ...(account && { account }) };
};

const hospital = (next: () => string): PortalPolicy => ({
  ...mycooper,
  portal: withTexts(mycooper.portal, next),
  terms: withTexts(mycooper.terms, next),
});

const elements: readonly [TemplateResult, signedIn: boolean][] = [
  [html`<family-access></family-access>`, true],
  [html`<health-summary></health-summary>`, true],
  [html`<med-renewal></med-renewal>`, true],
  [html`<portal-appointments></portal-appointments>`, true],
  [html`<portal-demographics></portal-demographics>`, true],
  [html`<portal-faq></portal-faq>`, false],
  [html`<portal-help></portal-help>`, false],
  [html`<portal-login></portal-login>`, false],
  [html`<portal-preferences></portal-preferences>`, true],
  [html`<portal-recovery></portal-recovery>`, false],
  [html`<portal-signup></portal-signup>`, false],
  [html`<proxy-switcher></proxy-switcher>`, true],
  [html`<secure-inbox></secure-inbox>`, true],
  [html`<test-results></test-results>`, true],
];

/** What a script in one of the strings would do. */
const alarms = ['alert', 'confirm', 'prompt'] as const;

const everythingIn = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? everythingIn(element.shadowRoot) : []),
  ]);

/** What reaches over the right edge of the page, innermost. */
const tooWideIn = (root: ParentNode): string[] =>
  document.documentElement.scrollWidth <= 320
    ? []
    : everythingIn(root)
        .filter((element) => element.getBoundingClientRect().right > 320)
        .map(({ outerHTML }) => outerHTML.slice(0, 200))
        .slice(-2);

/** How much an element asks of the list at once: all of it in as many rounds as that takes. */
const step = 60;
const rounds = Math.ceil(naughty.length / step);

describe('texts that look like markup, or break lines, directions or encodings', function () {
  const own = Object.fromEntries(alarms.map((name) => [name, window[name]]));
  let alarmed = 0;
  const violations: string[] = [];
  before(async () => {
    // Nothing takes it back, so this folder has a page of its own.
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content =
      "script-src 'self'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
    document.head.append(policy);
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => {
      violations.push(`${violatedDirective}: ${sample}`);
    });
    if (isChromium) await setViewport({ width: 320, height: 640 });
    for (const name of alarms) window[name] = () => void (alarmed += 1) as never;
  });
  after(async () => {
    Object.assign(window, own);
    if (isChromium) await setViewport({ width: 800, height: 600 });
  });

  it('are a few hundred, each shown', () => {
    expect(naughty).to.have.length.greaterThan(480);
  });

  for (const [template, signedIn] of elements) {
    const name = template.strings.join('');
    it(`are only read in ${name}`, async () => {
      for (let round = 0; round < rounds; round += 1) {
        const { widget, session } = await mount<HTMLElement>(template, {
          policy: hospital(turnFrom(round * step, 60)),
          people: [somebody(new ManualTimers().now(), turnFrom(round * step, 100))],
          ...(signedIn && { signedInAs: 'rosa.delgado' }),
        });
        await eventually(() => {
          if (/Loading…|^$/.test(textOf(widget))) throw new Error('It is loading.');
        });
        for (const summary of allByRole(widget, 'button').slice(0, 8)) {
          if (summary.matches('summary')) summary.click();
        }
        await eventually(() => {
          if (textOf(widget).includes('Loading…')) throw new Error('It is loading.');
        });
        expect(textOf(widget), 'is shown').not.to.match(/went wrong on our side|cannot be shown/);
        const foreign = everythingIn(session).filter((element) =>
          element.matches(
            'script, iframe, object, embed, img, video, audio, base, meta, link, [onload], [onerror]',
          ),
        );
        expect(foreign.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
        if (isChromium) {
          expect(tooWideIn(session), `round ${round}`).to.deep.equal([]);
          expect(document.documentElement.scrollWidth, `round ${round}`).to.be.at.most(320);
        }
        session.remove();
      }
      expect(alarmed).to.equal(0);
      expect(violations).to.deep.equal([]);
    });
  }
});
