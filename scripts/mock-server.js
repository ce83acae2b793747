/** The command `portal-widgets`, from its source: `npm run mock-server -- --help`. */
import { goWhereNpmWasCalled } from './call-folder.js';

goWhereNpmWasCalled();
await import('../mocks/server/bin.js');
