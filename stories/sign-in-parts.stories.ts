import type { Meta } from '@storybook/web-components-vite';
import { signInPartsFixtures as fixtures } from './fixtures/sign-in-parts.fixtures.js';
import { story } from './story.js';

export default {
  title: 'portal-preferences/passkeys and two-step sign-in',
  component: 'portal-preferences',
} satisfies Meta;

export const Off = story(fixtures.Off);
export const On = story(fixtures.On);
export const AskingPassword = story(fixtures.AskingPassword);
export const WrongPassword = story(fixtures.WrongPassword);
export const Locked = story(fixtures.Locked);
export const Connecting = story(fixtures.Connecting);
export const WrongCode = story(fixtures.WrongCode);
export const RecoveryCodes = story(fixtures.RecoveryCodes);
export const NotCopied = story(fixtures.NotCopied);
export const TurnedOff = story(fixtures.TurnedOff);
export const AddingPasskey = story(fixtures.AddingPasskey);
export const RemovingPasskey = story(fixtures.RemovingPasskey);
export const Down = story(fixtures.Down);
export const Unreachable = story(fixtures.Unreachable);
