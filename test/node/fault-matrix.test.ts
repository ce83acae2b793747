import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { tags } from '../../scripts/elements.js';
import { contract, type EndpointId } from '../../src/contract/index.js';
import { filesOf } from './support/imports.js';

const table = readFileSync('test/widgets/faults/rows.ts', 'utf8');

/** What has tests of its own for each of these faults, or what nobody waits for. */
const elsewhere: readonly EndpointId[] = [
  'addPasskey', // asks the browser for a passkey: passkeys journeys
  'startPasskey',
  'startPasskeySignIn',
  'signInWithPasskey',
  'renamePasskey',
  'makeRecoveryCodes', // one more of the same form as startAuthenticatorApp
  'deleteDraft', // drafts: draft-controller.test.ts
  'saveDraft',
  'markThreadRead', // in the background
  'removeAttachment',
  'withdrawInvitation', // the same dialog as takeBackAccess
  'signOut', // shared-session.test.ts, portal-session.test.ts
];

describe('the table of faults (test/widgets/faults)', () => {
  it('has every element', () => {
    for (const tag of tags) expect(table).to.match(new RegExp(`^  '${tag}': \\{`, 'm'));
  });

  it('has whatever an element changes', () => {
    const asked = filesOf('src/widgets').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bcall\(\s*(\w+),/g)].map(([, name = '']) => name),
    );
    const changes = [...new Set(asked)].filter(
      (name): name is EndpointId =>
        name in contract &&
        !contract[name as EndpointId].safe &&
        !elsewhere.includes(name as EndpointId),
    );
    expect(changes).to.have.length.greaterThan(20);
    for (const name of changes) expect(table).to.contain(`operation: '${name}'`);
  });
});
