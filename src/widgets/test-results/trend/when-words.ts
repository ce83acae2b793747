import type { DatedObservation } from '../../../contract/record/results.js';
import type { PortalContext } from '../../../session/portal-context.js';
import { collectedWords } from '../result-words.js';

/** When something was measured, in words. */
export type WhenWords = (observation: DatedObservation) => string;

/**
 * The day, and the time where there are several of the day.
 * @param observations latest first
 */
export const whenWordsOf = (
  observations: readonly DatedObservation[],
  context: PortalContext,
): WhenWords => {
  const { locale, policy } = context;
  const days = observations.map((observation) => collectedWords(observation, context));
  const timed = new Map<DatedObservation, string>();
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: policy.timeZone,
  });
  observations.forEach((observation, index) => {
    const { collectedAt } = observation;
    const isOfSeveral = days[index] === days[index - 1] || days[index] === days[index + 1];
    if (collectedAt !== null && isOfSeveral) {
      timed.set(observation, format.format(Date.parse(collectedAt)));
    }
  });
  return (observation) => timed.get(observation) ?? collectedWords(observation, context);
};
