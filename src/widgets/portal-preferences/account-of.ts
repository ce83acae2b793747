import type { SessionController } from '../../session/session-controller.js';

/** Who is signed in; undefined: nobody. */
export const accountOf = ({ state }: SessionController): string | undefined =>
  state.status === 'signed-in' ? state.account.id : undefined;
