/**
 * Has the tests of the backend ask it over real HTTP instead of through its handlers: a server on a port, real
 * headers, real cookies (`mocha --require`).
 */
import { connectBy } from './connect.js';
import { closeServers, connectByHttp } from '../node/support/http-connection.js';

connectBy(connectByHttp);

export const mochaHooks = { afterEach: closeServers };
