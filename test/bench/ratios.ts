/** What one of two ways costs in parts of the other, over all rounds. */
export interface Ratio {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** Milliseconds that a task takes. */
const timeOf = async (task: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await task();
  return performance.now() - start;
};

/**
 * Compares two tasks in interleaved rounds, so that whatever else the machine does falls on both. Each
 * round is a ratio of its own; the first rounds only warm up.
 */
export const compare = async (
  task: () => Promise<unknown>,
  reference: () => Promise<unknown>,
  rounds = 41,
): Promise<Ratio> => {
  const ratios: number[] = [];
  for (let round = -10; round < rounds; round += 1) {
    const order = round % 2 === 0;
    const first = await timeOf(order ? task : reference);
    const second = await timeOf(order ? reference : task);
    const ratio = order ? first / second : second / first;
    if (round >= 0) ratios.push(ratio);
  }
  return ratioOf(ratios);
};

/**
 * What so many of the values are not above.
 * @param part 0 to 1: 0.5 is the median
 */
export const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? NaN;

/** What all rounds together say. */
export const ratioOf = (rounds: readonly number[]): Ratio => ({
  min: quantile(rounds, 0),
  median: quantile(rounds, 0.5),
  max: quantile(rounds, 1),
});
