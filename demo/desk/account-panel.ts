import { html, nothing } from 'lit';
import type { DeskPatient } from '../../mocks/desk/patients.js';
import type { Desk, PatientPanel } from './panel.js';

/** Getting in: the activation code, the account, its e-mail address. */
export const accountPanel: PatientPanel = {
  heading: 'Account',
  async read(desk, patient) {
    const { policy } = await desk.client.call('readPolicy', {});
    return html`<dl>
        <dt>Activation code</dt>
        <dd>${codeWords(patient)}</dd>
        <dt>Account</dt>
        <dd>${accountWords(patient)}</dd>
        ${
          patient.account
            ? html`<dt>Second step</dt>
                <dd>${secondStepWords(patient.account)}</dd>`
            : nothing
        }
        <dt>Email in the record</dt>
        <dd>${patient.email ?? 'none'}</dd>
      </dl>
      <p class="actions">
        ${
          patient.account
            ? nothing
            : html`<button type="button" @click=${() => issueCode(desk, patient)}>
                ${patient.activationCode ? 'Issue another code' : 'Issue a code'}
              </button>`
        }
        ${
          policy.login.unlockAlone && patient.account?.state === 'locked'
            ? html`<button type="button" @click=${() => unlock(desk, patient)}>
                Unlock and keep the password
              </button>`
            : nothing
        }
        ${
          patient.account
            ? html`<button type="button" @click=${() => givePassword(desk, patient)}>
                Give a one-time password
              </button>`
            : nothing
        }
        ${
          hasSecondStep(patient)
            ? html`<button type="button" @click=${() => turnOff(desk, patient)}>
                Turn off the second step and remove the passkeys
              </button>`
            : nothing
        }
        ${
          patient.account && patient.account.email !== patient.email
            ? html`<button type="button" @click=${() => takeOverEmail(desk, patient)}>
                Copy the account’s email to the record
              </button>`
            : nothing
        }
        ${
          patient.releaseOfInformation
            ? nothing
            : html`<button type="button" @click=${() => takeInRelease(desk, patient)}>
                Record the signed Release of Information
              </button>`
        }
      </p>`;
  },
};

const codeStates = {
  works: 'works',
  used: 'was used',
  expired: 'has expired',
  'tried-too-often': 'was tried too often',
};

const codeWords = ({ activationCode }: DeskPatient): string =>
  activationCode
    ? `${codeStates[activationCode.state]}; its last day: ${activationCode.worksThrough}`
    : 'none was issued';

const accountWords = ({ account, releaseOfInformation }: DeskPatient): string =>
  account
    ? `${account.username}, ${account.state}, ${account.email ?? 'no e-mail'}`
    : `none yet; Release of Information ${releaseOfInformation ? 'signed' : 'not signed'}`;

const hasSecondStep = ({ account }: DeskPatient): boolean =>
  account !== null && (account.secondStep || account.passkeys > 0);

const secondStepWords = ({ secondStep, passkeys }: NonNullable<DeskPatient['account']>): string =>
  `${secondStep ? 'a code of an authenticator app' : 'none'}; passkeys: ${passkeys}`;

const issueCode = ({ client, run }: Desk, { id, name }: DeskPatient) =>
  run(
    () => client.call('issueCode', { params: { patient: id } }),
    ({ code }) => `The code of ${name} is ${code}. It is shown this once.`,
  );

const unlock = ({ client, run }: Desk, { id, name }: DeskPatient) =>
  run(
    () => client.call('unlockAccount', { params: { patient: id } }),
    `The account of ${name} is unlocked.`,
  );

const givePassword = ({ client, run, time }: Desk, { id, name }: DeskPatient) =>
  run(
    () => client.call('givePassword', { params: { patient: id } }),
    ({ password, expiresAt }) =>
      `The one-time password of ${name} is ${password}. It works until ${time(expiresAt)}, and is shown this once.`,
  );

const turnOff = ({ client, run }: Desk, { id, name }: DeskPatient) =>
  run(
    () => client.call('turnOffSecondStep', { params: { patient: id } }),
    `${name} signs in with the password alone.`,
  );

const takeOverEmail = ({ client, run }: Desk, { id, name }: DeskPatient) =>
  run(
    () => client.call('takeOverEmail', { params: { patient: id } }),
    `The record of ${name} has the e-mail address of the account.`,
  );

const takeInRelease = ({ client, run }: Desk, { id, name }: DeskPatient) =>
  run(
    () => client.call('processReleaseOfInformation', { params: { patient: id } }),
    `The Release of Information of ${name} is there.`,
  );
