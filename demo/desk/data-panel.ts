import { html } from 'lit';
import type { DeskContract } from '../../mocks/desk/index.js';
import type { Snapshot } from '../../mocks/desk/simulation/snapshot.js';
import type { OutputOf } from '../../src/contract/endpoint.js';
import { bundlesIn } from '../../src/fhir/bundle/bundles-in.js';
import { chosenJson, type Desk, type Panel } from './panel.js';

/** Everything that is stored: keep it, bring it back, add a person, start over. */
export const dataPanel: Panel<null> = {
  heading: 'Data',
  read: (desk) =>
    Promise.resolve(
      html`<p class="actions">
          <button type="button" @click=${() => save(desk)}>Save a snapshot</button>
        </p>
        <label>
          Load a snapshot
          <input
            type="file"
            accept=".json,application/json"
            @change=${(event: Event) => load(desk, event.currentTarget as HTMLInputElement)}
          />
        </label>
        <label>
          Add people, from FHIR R4 bundles or NDJSON
          <input
            type="file"
            multiple
            accept=".json,.ndjson,application/json"
            @change=${(event: Event) => add(desk, event.currentTarget as HTMLInputElement)}
          />
        </label>
        <p class="actions">
          <button type="button" @click=${() => startOver(desk)}>Start over</button>
        </p>
        <p class="hint">
          Starting over signs out, unlocks, mends, sets the clock right and brings the first data
          back. The policy stays.
        </p>`,
    ),
};

const save = ({ client, run }: Desk) =>
  run(async () => {
    const snapshot = await client.call('takeSnapshot', {});
    const file = new Blob([JSON.stringify(snapshot)], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `portal-snapshot-${snapshot.takenAt.slice(0, 10)}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  }, 'Snapshot saved to your downloads.');

const load = ({ client, run, tell }: Desk, input: HTMLInputElement) =>
  run(
    async () => {
      const content = await chosenJson(input);
      if (content === null) return '';
      await client.call('loadSnapshot', { body: content as Snapshot }); // which the desk checks
      tell('data');
      return 'Snapshot loaded in every tab.';
    },
    (said) => said,
  );

const add = ({ client, run }: Desk, input: HTMLInputElement) =>
  run(
    async () => {
      const texts = await Promise.all([...(input.files ?? [])].map((file) => file.text()));
      input.value = ''; // so that the same file, put right, can be chosen again
      if (texts.length === 0) return '';
      const bundles = texts.flatMap(bundlesIn) as Record<string, unknown>[]; // which the desk checks
      const { people } = await client.call('importPeople', { body: { bundles } });
      return people.map(wordsOf).join('\n');
    },
    (said) => said,
  );

type Imported = OutputOf<DeskContract['importPeople']>['people'][number];

const wordsOf = ({ name, username, password, results, skipped, notShown }: Imported): string => {
  const told = counted(notShown);
  return [
    `${name} is here with ${results} results, and signs in as ${username} with ${password}.`,
    `Not read: ${counted(skipped) || 'nothing'}.`,
    ...(told ? [`The patient is told that these are not shown in full: ${told}.`] : []),
  ].join(' ');
};

const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');

const startOver = ({ client, run, tell }: Desk) =>
  run(async () => {
    await client.call('startOver', {});
    tell('data');
  }, 'Everything is back to how it started.');
