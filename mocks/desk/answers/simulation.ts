import type { KeptFault } from '../../faults.js';
import type { Backend } from '../../host.js';
import { allowed } from '../../rules/decision.js';
import { moveClock as move } from '../move-clock.js';
import { loadSnapshot as load, takeSnapshot as take } from '../snapshot.js';
import { usePolicy as use } from '../use-policy.js';
import { done, type DeskAnswer } from './answer.js';

export const readClock: DeskAnswer<'readClock'> = ({ hospital }) => allowed(clockOf(hospital));

export const moveClock: DeskAnswer<'moveClock'> = async ({ hospital, body }) => {
  await move(hospital, body.milliseconds);
  return allowed(clockOf(hospital));
};

export const listFaults: DeskAnswer<'listFaults'> = ({ hospital }) => {
  const faults = Object.entries(hospital.settings.faults);
  return allowed({ faults: faults.map(([endpoint, fault]) => ({ endpoint, ...fault })) });
};

export const setFault: DeskAnswer<'setFault'> = ({ hospital, params, body }) =>
  done(changeFaults(hospital, (faults) => faults.set(params.endpoint, body)));

export const clearFault: DeskAnswer<'clearFault'> = ({ hospital, params }) =>
  done(changeFaults(hospital, (faults) => faults.delete(params.endpoint)));

export const clearFaults: DeskAnswer<'clearFaults'> = ({ hospital }) =>
  done(changeFaults(hospital, (faults) => faults.clear()));

export const readPolicy: DeskAnswer<'readPolicy'> = ({ hospital: { policy } }) =>
  allowed({ policy });

export const usePolicy: DeskAnswer<'usePolicy'> = async ({ hospital, body }) => {
  await use(hospital, body.policy);
  return allowed({ policy: hospital.policy });
};

export const takeSnapshot: DeskAnswer<'takeSnapshot'> = async ({ hospital }) =>
  allowed(await take(hospital));

export const loadSnapshot: DeskAnswer<'loadSnapshot'> = ({ hospital, body }) =>
  done(load(hospital, body));

export const startOver: DeskAnswer<'startOver'> = async ({ hospital }) => {
  const { policy } = hospital.settings;
  await hospital.reset();
  if (policy) await hospital.setPolicy(policy);
  return allowed(undefined);
};

const clockOf = ({ clock, settings }: Backend) => ({
  now: new Date(clock.now()).toISOString(),
  ahead: settings.clockOffset,
});

const changeFaults = (
  hospital: Backend,
  change: (faults: Map<string, KeptFault>) => void,
): Promise<void> =>
  hospital.changeSettings(({ faults: before }) => {
    const faults = new Map(Object.entries(before));
    change(faults);
    return { faults: Object.fromEntries(faults) };
  });
