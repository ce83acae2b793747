import { html, nothing } from 'lit';
import { chosenJson, type Desk, type Panel } from './panel.js';

const presets = [
  { id: 'mychart', label: 'MyChart' },
  { id: 'mycooper', label: 'myCooper' },
];

/** What the hospital has decided. */
export const policyPanel: Panel<null> = {
  heading: 'Policy',
  async read(desk) {
    const { policy } = await desk.client.call('readPolicy', {});
    const own = presets.every(({ id }) => id !== policy.id);
    return html`<fieldset>
        <legend>The hospital’s policy</legend>
        ${presets.map(
          ({ id, label }) =>
            html`<label class="choice">
              <input
                type="radio"
                name="policy"
                .checked=${policy.id === id}
                @change=${() => use(desk, () => Promise.resolve(id))}
              />
              ${label}
            </label>`,
        )}
        ${
          own
            ? html`<label class="choice">
                <input type="radio" name="policy" .checked=${true} />
                ${policy.portal.name} (a file)
              </label>`
            : nothing
        }
      </fieldset>
      <label>
        Your own, as a JSON file
        <input
          type="file"
          accept=".json,application/json"
          @change=${(event: Event) =>
            use(desk, () => chosenJson(event.currentTarget as HTMLInputElement))}
        />
      </label>`;
  },
};

const use = ({ client, run, tell }: Desk, source: () => Promise<string | object | null>) =>
  run(
    async () => {
      const policy = await source();
      if (policy === null) return null;
      const used = await client.call('usePolicy', {
        body: { policy: policy as string | Record<string, unknown> },
      });
      tell('policy');
      return used.policy;
    },
    (policy) => (policy ? `In force now: the policy of ${policy.portal.name}.` : ''),
  );
