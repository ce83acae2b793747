/**
 * The simulated backend over real HTTP, for Node only: `portal-widgets/mocks/server`. Files, ports and the
 * command line live here and nowhere else.
 */
export { FilePersistence } from './file-persistence.js';
export { readPeople } from './people-files.js';
export { readPolicy } from './policy-file.js';
export { startServer, type MockServer, type ServerOptions } from './server.js';
export { StartError } from './start-error.js';
