import type { Backend } from '../host.js';
import { DeskError } from './desk-error.js';

/** Leaves years for what is promised and what expires: RFC 3339 names none after 9999. */
const endOfTime = Date.parse('9900-01-01T00:00:00Z');

/**
 * Moves the time forward, in every tab. It goes back only when everything starts over.
 * @param milliseconds more than 0
 * @throws DeskError for a move that goes back, or so far that dates cannot be written
 */
export const moveClock = async (
  hospital: Pick<Backend, 'clock' | 'changeSettings'>,
  milliseconds: number,
): Promise<void> => {
  if (milliseconds <= 0) throw new DeskError('conflict', 'The clock goes forward only.');
  await hospital.changeSettings(({ clockOffset }) => {
    if (hospital.clock.now() + milliseconds > endOfTime) {
      throw new DeskError('conflict', 'There are no dates as far as that.');
    }
    return { clockOffset: clockOffset + milliseconds };
  });
};
