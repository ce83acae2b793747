import { html, nothing } from 'lit';
import type { Observation } from '../../contract/record/results.js';

/** What a bar shows, each as a part of its width: 0 to 1. */
export interface RangeBar {
  /** Of the normal range. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/**
 * A value beside its range, drawn to scale: the range takes the middle half, or the side that is open. A value far
 * off stands at the edge. Undefined: there is nothing to draw.
 */
export const rangeBarOf = ({ value, referenceRange }: Observation): RangeBar | undefined => {
  if (value?.kind !== 'quantity' || !referenceRange) return undefined;
  const { low, high } = referenceRange;
  const place = (start: number, end: number) =>
    end > start ? Math.min(0.97, Math.max(0.03, (value.value - start) / (end - start))) : undefined;
  if (low !== null && high !== null) {
    const margin = (high - low) / 2;
    const at = place(low - margin, high + margin);
    return at === undefined ? undefined : { from: 0.25, to: 0.75, value: at };
  }
  if (high !== null) {
    const at = place(0, high * 1.5);
    return at === undefined ? undefined : { from: 0, to: 2 / 3, value: at };
  }
  if (low !== null) {
    const at = place(0, low * 3);
    return at === undefined ? undefined : { from: 1 / 3, to: 1, value: at };
  }
  return undefined;
};

/** The same for those who look; the words beside it say all of it. */
export const rangeBarView = (observation: Observation) => {
  const bar = rangeBarOf(observation);
  if (!bar) return nothing;
  const percent = (part: number) => `${(part * 100).toFixed(1)}%`;
  return html`<svg
    class="bar ${observation.interpretation ?? ''}"
    width="100%"
    height="16"
    aria-hidden="true"
  >
    <rect class="track" y="5" width="100%" height="6" rx="3"></rect>
    <rect
      class="within"
      x=${percent(bar.from)}
      y="5"
      width=${percent(bar.to - bar.from)}
      height="6"
      rx="3"
    ></rect>
    <svg x=${percent(bar.value)} overflow="visible">
      <rect class="marker" x="-4" y="0.75" width="8" height="14.5" rx="4"></rect>
    </svg>
  </svg>`;
};
