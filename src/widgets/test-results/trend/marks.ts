import type { TrendPoint } from './series.js';

/** The outline of a point, whose shape says what its flag says: never colour alone (WCAG 1.4.1). */
export const markOf = ({ observation, comparator }: TrendPoint): string => {
  switch (observation.interpretation) {
    case 'high':
      return marks.up;
    case 'critical-high':
      return marks.twiceUp;
    case 'low':
      return marks.down;
    case 'critical-low':
      return marks.twiceDown;
    case 'abnormal':
      return marks.diamond;
    default:
      return comparator === null ? marks.circle : marks.square;
  }
};

/** Around 0, 0; about 10 px across. */
export const marks = {
  circle: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z',
  square: 'M-4 -4H4V4H-4Z',
  up: 'M0 -6L6 5H-6Z',
  down: 'M0 6L6 -5H-6Z',
  twiceUp: 'M0 -8.5L6 -1.5H-6ZM0 1.5L6 8.5H-6Z',
  twiceDown: 'M0 8.5L6 1.5H-6ZM0 -1.5L6 -8.5H-6Z',
  diamond: 'M0 -6.5L6.5 0L0 6.5L-6.5 0Z',
} as const;
