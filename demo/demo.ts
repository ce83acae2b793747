/**
 * The only script of the demo's pages. It starts a simulated backend inside of the page, which a
 * page with a backend of its own does not need, and then loads the library as such a page would.
 */
import './portal/demo-controls.js';
import { speak } from './portal/page-language.js';
import { showRecordPage } from './portal/record-nav.js';
import { showSignOut } from './portal/sign-out.js';
import { chosenLocale, SimulatedPortal } from './portal/simulated-portal.js';
import { allowWorkerScript } from './portal/trusted-types.js';
import { whyNot } from './portal/why-not.js';

const session = document.querySelector('portal-session');
const controls = document.querySelector('demo-controls');
if (!session || !controls) throw new Error('A page of the demo lacks its first two elements.');

speak(chosenLocale());
showRecordPage();

const start = async () => {
  allowWorkerScript();
  const portal = await SimulatedPortal.start(session.getAttribute('policy') ?? 'mychart');
  const follow = () => {
    session.policy = portal.policy;
    session.locale = portal.locale;
    speak(portal.locale);
  };
  portal.subscribe(follow);
  follow();
  showSignOut(session);
  controls.portal = portal;
  await import('../src/autoload.js');
};

start().catch((error: unknown) => {
  console.error(error);
  controls.problem = whyNot(error);
});
