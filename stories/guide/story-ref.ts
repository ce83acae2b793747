import type { familyAccessFixtures } from '../fixtures/family-access.fixtures.js';
import type { healthSummaryFixtures } from '../fixtures/health-summary.fixtures.js';
import type { medRenewalFixtures } from '../fixtures/med-renewal.fixtures.js';
import type { portalAppointmentsFixtures } from '../fixtures/portal-appointments.fixtures.js';
import type { portalDemographicsFixtures } from '../fixtures/portal-demographics.fixtures.js';
import type { portalFaqFixtures } from '../fixtures/portal-faq.fixtures.js';
import type { portalHelpFixtures } from '../fixtures/portal-help.fixtures.js';
import type { portalLoginFixtures } from '../fixtures/portal-login.fixtures.js';
import type { portalPreferencesFixtures } from '../fixtures/portal-preferences.fixtures.js';
import type { portalRecoveryFixtures } from '../fixtures/portal-recovery.fixtures.js';
import type { portalSessionFixtures } from '../fixtures/portal-session.fixtures.js';
import type { portalSignupFixtures } from '../fixtures/portal-signup.fixtures.js';
import type { proxySwitcherFixtures } from '../fixtures/proxy-switcher.fixtures.js';
import type { secureInboxFixtures } from '../fixtures/secure-inbox.fixtures.js';
import type { signInPartsFixtures } from '../fixtures/sign-in-parts.fixtures.js';
import type { testResultsFixtures } from '../fixtures/test-results.fixtures.js';

interface Files {
  readonly 'family-access': typeof familyAccessFixtures;
  readonly 'health-summary': typeof healthSummaryFixtures;
  readonly 'med-renewal': typeof medRenewalFixtures;
  readonly 'portal-appointments': typeof portalAppointmentsFixtures;
  readonly 'portal-demographics': typeof portalDemographicsFixtures;
  readonly 'portal-faq': typeof portalFaqFixtures;
  readonly 'portal-help': typeof portalHelpFixtures;
  readonly 'portal-login': typeof portalLoginFixtures;
  readonly 'portal-preferences': typeof portalPreferencesFixtures;
  readonly 'portal-recovery': typeof portalRecoveryFixtures;
  readonly 'portal-session': typeof portalSessionFixtures;
  readonly 'portal-signup': typeof portalSignupFixtures;
  readonly 'proxy-switcher': typeof proxySwitcherFixtures;
  readonly 'secure-inbox': typeof secureInboxFixtures;
  readonly 'sign-in-parts': typeof signInPartsFixtures;
  readonly 'test-results': typeof testResultsFixtures;
}

/** A story, by its file and its fixture; the types hold that it is there. */
export type StoryRef = {
  [File in keyof Files]: `${File}/${Extract<keyof Files[File], string>}`;
}[keyof Files];

/** The id that Storybook gives it: `portal-login--locked-my-cooper`. */
export const storyId = (ref: StoryRef): string => {
  const [file = '', key = ''] = ref.split('/');
  const words = key.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  return `${file}--${words}`;
};

/** The address of it in Storybook; for links with `target="_top"`. */
export const storyHref = (ref: StoryRef): string => `?path=/story/${storyId(ref)}`;
