/// <reference types="vite/client" />
import { render } from 'lit';
import { pageOf, setStage, type Fixture } from '../../../stories/fixtures/fixture.js';

type Fixtures = Readonly<Record<string, Fixture>>;

const modules = import.meta.glob<Readonly<Record<string, Fixtures>>>(
  '../../../stories/fixtures/*.fixtures.ts',
);

/** Brings an element into a state that its stories show, too. */
export const showState = async (tag: string, name: string, place: HTMLElement): Promise<void> => {
  const load = modules[`../../../stories/fixtures/${tag}.fixtures.ts`];
  const [fixtures] = Object.values((await load?.()) ?? {});
  const fixture = fixtures?.[name];
  if (!fixture) throw new Error(`<${tag}> has no state "${name}".`);
  const stage = await setStage(fixture);
  render(pageOf(fixture, stage, stage.fetch), place);
  await fixture.play?.(place, stage);
};
