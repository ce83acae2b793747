import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import type { Person } from '../../../mocks/db/records/index.js';
import { leo } from '../../../mocks/people/leo/leo.js';
import { rosa } from '../../../mocks/people/rosa/rosa.js';
import '../../../src/widgets/family-access/define.js';
import '../../../src/widgets/health-summary/define.js';
import '../../../src/widgets/med-renewal/define.js';
import '../../../src/widgets/portal-appointments/define.js';
import '../../../src/widgets/portal-login/define.js';
import '../../../src/widgets/portal-preferences/define.js';
import '../../../src/widgets/proxy-switcher/define.js';
import '../../../src/widgets/secure-inbox/define.js';
import '../../../src/widgets/test-results/define.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { ManualTimers } from '../../../stories/fixtures/support/manual-timers.js';
import { textOf } from '../../../stories/fixtures/support/query.js';
import { isChromium } from '../../support/extent.js';
import { mount } from '../support/mount.js';

/** One word of 50 letters. */
const long = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternw'.slice(0, 50);

/** Rosa, had every name, title and address of her record one such word. */
const somebody = (now: number): Person => {
  const person = rosa(now);
  const { contact } = person.patient;
  return {
    ...person,
    patient: {
      ...person.patient,
      givenName: long,
      familyName: long,
      contact: {
        ...contact,
        email: `${long}@${long}.example`,
        address: contact.address && { ...contact.address, line1: long, line2: long, city: long },
      },
    },
    ...(person.appointments && {
      appointments: person.appointments.map((visit) => ({
        ...visit,
        title: long,
        practitioner: long,
        instructions: long,
        location: visit.location && { ...visit.location, name: long, address: long },
      })),
    }),
    ...(person.medications && {
      medications: person.medications.map((medication) => ({ ...medication, name: long })),
    }),
    ...(person.threads && {
      threads: person.threads.map((thread) => ({ ...thread, subject: long })),
    }),
    reports: person.reports.map((report) => ({ ...report, title: long, orderedBy: long })),
  };
};

const rows: readonly [TemplateResult, shows: string][] = [
  [html`<portal-login></portal-login>`, long],
  [html`<proxy-switcher></proxy-switcher>`, long],
  [html`<portal-preferences></portal-preferences>`, long],
  [html`<portal-appointments></portal-appointments>`, long],
  [html`<health-summary></health-summary>`, long],
  [html`<med-renewal></med-renewal>`, 'Medications'],
  [html`<secure-inbox></secure-inbox>`, 'Messages'],
  [html`<test-results></test-results>`, 'Showing'],
  [html`<family-access></family-access>`, 'record'],
];

const describeNarrow = () => {
  before(() => setViewport({ width: 320, height: 800 }));
  after(() => setViewport({ width: 800, height: 600 }));

  for (const [template, shows] of rows) {
    it(`one long word makes nothing wider: ${template.strings.join('')}`, async () => {
      const now = new ManualTimers().now();
      const { widget } = await mount<HTMLElement>(template, {
        people: [somebody(now), leo(now)],
        signedInAs: 'rosa.delgado',
      });
      await eventually(() => {
        const text = textOf(widget);
        expect(text).to.contain(shows).and.not.contain('Loading…');
      });
      const { scrollWidth, clientWidth } = document.documentElement;
      expect(scrollWidth, 'the page').to.be.at.most(clientWidth);
      expect(clientWidth).to.be.at.most(320);
    });
  }
};

/** The driver of WebKit sets no viewport; styles and records are the same there. */
const setsViewport = isChromium || !navigator.userAgent.includes('AppleWebKit/');
if (setsViewport) describe('on a page 320 pixels wide', describeNarrow);
