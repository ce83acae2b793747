import { loadRefusalView } from './refusal-view.js';

/**
 * The words for the codes of the second step.
 * @param asksRecoveryCode whether it is such a one that was refused, and none of the app
 */
export const loadSecondStepRefusal = (asksRecoveryCode: () => boolean) =>
  loadRefusalView(async () => {
    const { recoveryCodeRefusal, secondStepRefusal } = await import('./second-step-refusal.js');
    return (...refused) =>
      asksRecoveryCode() ? recoveryCodeRefusal(...refused) : secondStepRefusal(...refused);
  });
