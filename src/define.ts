/** Registers every element. */
import './widgets/family-access/define.js';
import './widgets/health-summary/define.js';
import './widgets/med-renewal/define.js';
import './widgets/portal-appointments/define.js';
import './widgets/portal-faq/define.js';
import './widgets/portal-help/define.js';
import './widgets/portal-demographics/define.js';
import './widgets/portal-login/define.js';
import './widgets/portal-preferences/define.js';
import './widgets/portal-recovery/define.js';
import './widgets/portal-session/define.js';
import './widgets/portal-signup/define.js';
import './widgets/proxy-switcher/define.js';
import './widgets/secure-inbox/define.js';
import './widgets/test-results/define.js';

// Their events, for `addEventListener` to know.
export type * from './index.js';
