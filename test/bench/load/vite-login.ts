/** What a hospital's own app imports for a page with the sign-in form. */
import '../../../src/widgets/portal-session/define.js';
import '../../../src/widgets/portal-login/define.js';
