import { render } from 'lit';
import { useLocale, type Locale } from '../src/locales/localization.js';
import { areOthers, type Circumstances } from './fixtures/circumstances.js';
import { pageOf, setStage, type Fixture, type Stage } from './fixtures/fixture.js';
import { narrate, sees, type Narrator } from './fixtures/steps/user.js';

/** A fixture's page, on a stage of its own. */
export interface Scene {
  readonly fixture: Fixture;
  readonly stage: Stage;
  readonly page: HTMLElement;
  /** Does what the user does, once, however often it is called. Rejects where the state cannot be reached. */
  readonly reach: (narrator?: Narrator) => Promise<void>;
}

let scenes = 0;

/**
 * A page for a fixture, under these circumstances, in the language of its steps, which find buttons by their names.
 * Each has a backend under a path of its own, so that those on one page never meet.
 */
export const setScene = async (
  fixture: Fixture,
  circumstances: Circumstances = {},
): Promise<Scene> => {
  await useLocale(fixture.locale ?? 'en'); // the story before may have spoken another
  const stage = await setStage(fixture, circumstances, `/api/${(scenes += 1)}`);
  const page = document.createElement('div');
  render(pageOf(fixture, stage, stage.fetch), page);
  let reached: Promise<void> | undefined;
  return {
    ...{ fixture, stage, page },
    reach: (narrator) =>
      (reached ??= areOthers(circumstances)
        ? tryToPlay(fixture, page, stage, narrator)
        : play(fixture, page, stage, narrator)),
  };
};

const play = async (
  fixture: Fixture,
  page: HTMLElement,
  stage: Stage,
  narrator?: Narrator,
): Promise<void> => {
  if (narrator) narrate(page, narrator);
  await fixture.play?.(page, stage);
  await sees(page, fixture.shows);
};

/** Elsewhere the steps of a fixture may lead nowhere: what the element shows then is what was asked for. */
const tryToPlay = async (
  fixture: Fixture,
  page: HTMLElement,
  stage: Stage,
  narrator?: Narrator,
): Promise<void> => {
  if (narrator) narrate(page, narrator);
  try {
    await fixture.play?.(page, stage);
  } catch (error) {
    console.warn(`The steps of “${fixture.name}” end early under these circumstances.`, error);
  }
};

/** Has a page speak another language, and what it shows with it. */
export const speak = async (
  { page, fixture }: Scene,
  chosen: Locale | undefined,
): Promise<void> => {
  const locale = chosen ?? fixture.locale ?? 'en';
  page.querySelector('portal-session')?.setAttribute('locale', locale);
  document.documentElement.lang = locale;
  await useLocale(locale);
};
