import type { Meta } from '@storybook/web-components-vite';
import { signInPartsFixtures as fixtures } from './fixtures/sign-in-parts.fixtures.js';
import { empty, everyday, network, refused } from './story.js';

export default {
  id: 'sign-in-parts',
  title: 'Elements/portal-preferences',
  component: 'portal-preferences',
} satisfies Meta;

export const On = everyday(fixtures.On);
export const Connecting = everyday(fixtures.Connecting);
export const RecoveryCodes = everyday(fixtures.RecoveryCodes);
export const TurnedOff = everyday(fixtures.TurnedOff);
export const AddingPasskey = everyday(fixtures.AddingPasskey);
export const RemovingPasskey = everyday(fixtures.RemovingPasskey);

export const Off = empty(fixtures.Off);

export const AskingPassword = refused(fixtures.AskingPassword);
export const WrongPassword = refused(fixtures.WrongPassword);
export const Locked = refused(fixtures.Locked);
export const WrongCode = refused(fixtures.WrongCode);
export const NotCopied = refused(fixtures.NotCopied);

export const Down = network(fixtures.Down);
export const Unreachable = network(fixtures.Unreachable);
