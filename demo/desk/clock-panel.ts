import { html } from 'lit';
import { typedIn, type Desk, type Panel } from './panel.js';

const minute = 60_000;
const units = { minutes: minute, hours: 60 * minute, days: 24 * 60 * minute };

/** The time in the portal, which goes forward only. */
export const clockPanel: Panel<null> = {
  heading: 'Clock',
  async read(desk) {
    const { now, ahead } = await desk.client.call('readClock', {});
    return html`<p>
        In the portal it is <strong>${desk.time(now)}</strong>${
          ahead > 0 ? `, ${aheadWords(ahead)} ahead` : ''
        }.
      </p>
      <form @submit=${(event: SubmitEvent) => move(desk, typedIn(event))}>
        <label>
          Move it forward by
          <input name="count" type="number" min="1" max="999" value="15" required />
        </label>
        <label>
          Unit
          <select name="unit">
            ${Object.keys(units).map((unit) => html`<option>${unit}</option>`)}
          </select>
        </label>
        <p class="actions"><button type="submit">Move the clock</button></p>
      </form>
      <p class="hint">To move it back, start over.</p>`;
  },
};

const move = ({ client, run, time }: Desk, typed: ReadonlyMap<string, string>) => {
  const unit = units[typed.get('unit') as keyof typeof units];
  const milliseconds = Number(typed.get('count')) * unit;
  return run(
    () => client.call('moveClock', { body: { milliseconds } }),
    ({ now }) => `In the portal it is ${time(now)} now.`,
  );
};

const aheadWords = (ahead: number): string =>
  Object.entries(units)
    .reverse()
    .reduce<{ rest: number; words: readonly string[] }>(
      ({ rest, words }, [name, size]) => {
        const count = Math.floor(rest / size);
        return { rest: rest % size, words: count > 0 ? [...words, `${count} ${name}`] : words };
      },
      { rest: ahead, words: [] },
    )
    .words.join(' ') || 'seconds';
