import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { faultTarget } from '../../mocks/desk/simulation/faults.js';
import { outcomes, type Outcome } from '../../mocks/faults.js';
import { typedIn, type Desk, type Panel } from './panel.js';

const outcomeWords: Readonly<Record<Outcome, string>> = {
  internal: 'fails (500)',
  unavailable: 'unavailable (503)',
  offline: 'offline: nothing arrives',
  lost: 'lost: done, but no answer',
  wrong: 'answers nonsense',
  captive: 'a network’s own page (200)',
};

/** Breaks the patients' side: slow, failing, offline, wrong. */
export const faultsPanel: Panel<null> = {
  heading: 'Faults',
  async read(desk) {
    const { faults } = await desk.client.call('listFaults', {});
    return html`<form @submit=${(event: SubmitEvent) => set(desk, typedIn(event))}>
        <label>
          Requests
          <select name="endpoint">
            ${faultTarget.options.map((name) => html`<option>${name}</option>`)}
          </select>
        </label>
        <label>
          Come to
          <select name="outcome">
            <option value="">what they should</option>
            ${outcomes.map((name) => html`<option value=${name}>${outcomeWords[name]}</option>`)}
          </select>
        </label>
        <label>
          After milliseconds
          <input name="delay" type="number" min="0" max="120000" value="0" required />
        </label>
        <p class="actions"><button type="submit">Break it</button></p>
      </form>
      ${
        faults.length === 0
          ? html`<p>Nothing is broken.</p>`
          : html`<ul class="rows">
                ${repeat(
                  faults,
                  ({ endpoint }) => endpoint,
                  ({ endpoint, delay, outcome }) =>
                    html`<li>
                      <span>
                        <strong>${endpoint}</strong>: ${outcome ? outcomeWords[outcome] : 'works'}
                        ${delay ? `after ${delay} ms` : nothing}
                      </span>
                      <button
                        type="button"
                        aria-label="Mend ${endpoint}"
                        @click=${() => clear(desk, endpoint)}
                      >
                        Mend
                      </button>
                    </li>`,
                )}
              </ul>
              <p class="actions">
                <button type="button" @click=${() => clearAll(desk)}>Mend everything</button>
              </p>`
      }`;
  },
};

const set = ({ client, run }: Desk, typed: ReadonlyMap<string, string>) => {
  const endpoint = typed.get('endpoint') ?? '';
  const outcome = outcomes.find((name) => name === typed.get('outcome'));
  const delay = Number(typed.get('delay'));
  return run(
    () =>
      client.call('setFault', {
        params: { endpoint },
        body: { ...(delay > 0 && { delay }), ...(outcome && { outcome }) },
      }),
    `Set for ${endpoint}.`,
  );
};

const clear = ({ client, run }: Desk, endpoint: string) =>
  run(() => client.call('clearFault', { params: { endpoint } }), `${endpoint} works again.`);

const clearAll = ({ client, run }: Desk) =>
  run(() => client.call('clearFaults', {}), 'Everything is working again.');
