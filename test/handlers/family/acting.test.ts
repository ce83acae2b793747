import { expect } from 'chai';
import type { Endpoint } from '../../../src/contract/endpoint.js';
import { contract, type EndpointId } from '../../../src/contract/index.js';
import { mychart } from '../../../src/policy/mychart.js';
import { giveByForm, openFamily } from '../../support/family-portal.js';
import { refusalOf } from '../../support/portal.js';
import { send } from '../backend/bad-input.js';
import { samples } from '../requests/index.js';

const rows: readonly Endpoint[] = Object.values(contract);
const acting = rows.filter(({ acts }) => acts);

describe('acting on a record', () => {
  it('is what these requests do', () => {
    expect(acting.map(({ id }) => id)).to.have.members([
      'requestRenewal',
      'cancelAppointment',
      'requestAppointment',
      'withdrawAppointmentRequest',
      'searchAuditEvents',
      'saveDemographics',
      'markThreadRead',
      'archiveThread',
      'sendMessage',
      'replyToThread',
      'addAttachment',
    ]);
  });

  it('is refused to a proxy who may only look, whatever else holds', async () => {
    const { backend, as } = await openFamily(mychart);
    await giveByForm(backend, 'kid', 'bob', { access: 'view' });
    const bob = await as('bob');
    for (const row of acting) {
      const { params = {}, body, headers } = samples[row.id as EndpointId].right;
      const answer = await send(bob, row, { ...params, subject: 'kid' }, body, headers);
      expect(refusalOf(answer), row.id).to.deep.equal({
        rule: 'proxy.friends-and-family',
        next: ['ask-patient'],
      });
    }
  });
});
