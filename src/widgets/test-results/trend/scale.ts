/** Where a value stands on an axis. */
export interface Scale {
  readonly ticks: readonly number[];
  readonly place: (value: number) => number;
}

/**
 * Round numbers that people can read, about so many, from below the least to above the greatest; below
 * zero only where a value is.
 * @param values at least one
 */
export const numberScale = (
  values: readonly number[],
  [start, end]: readonly [number, number],
  count: number,
): Scale => {
  let least = Math.min(...values);
  let greatest = Math.max(...values);
  if (least === greatest) {
    const room = Math.abs(least) / 10 || 1;
    greatest += room;
    least = least >= 0 ? Math.max(0, least - room) : least - room;
  }
  const step = roundStep((greatest - least) / count);
  const first = Math.floor(least / step);
  const last = Math.ceil(greatest / step);
  // Counted in steps and rounded: 3 × 0.1 is 0.30000000000000004.
  const ticks = [...Array(last - first + 1).keys()].map((n) =>
    Number(((first + n) * step).toPrecision(12)),
  );
  return { ticks, place: between(first * step, last * step, start, end) };
};

/** 1, 2 or 5 times a power of ten: the least that is not below. */
const roundStep = (rough: number): number => {
  const size = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].find((each) => each * size >= rough * (1 - 1e-9)) ?? 10;
  return factor * size;
};

export interface TimeScale extends Scale {
  /** What its labels tell apart. */
  readonly unit: 'year' | 'month' | 'day';
}

const day = 86_400_000;

/**
 * Starts of years, months or days. At noon UTC it is the same day almost everywhere.
 * @param most labels that find room, of a month or a day; a year's is shorter
 */
export const timeScale = (
  from: number,
  to: number,
  [start, end]: readonly [number, number],
  most: number,
): TimeScale => {
  const place = between(from, to, start, end);
  const [since, until] = [new Date(from), new Date(to)];
  const years = [since.getUTCFullYear(), until.getUTCFullYear()] as const;
  const within = (ticks: number[]) => ticks.filter((at) => at >= from && at <= to);
  for (const step of [1, 2, 5, 10, 20, 50]) {
    const ticks = within(
      multiples(years[0], years[1] + 1, step).map((year) => Date.UTC(year, 0, 1, 12)),
    );
    if (ticks.length < (step === 1 ? 3 : 2)) break;
    if (ticks.length <= most * 1.6) return { unit: 'year', ticks, place };
  }
  const months = [
    years[0] * 12 + since.getUTCMonth(),
    years[1] * 12 + until.getUTCMonth(),
  ] as const;
  for (const step of [1, 2, 3, 6, 12]) {
    const ticks = within(
      multiples(months[0], months[1] + 1, step).map((n) =>
        Date.UTC(Math.floor(n / 12), n % 12, 1, 12),
      ),
    );
    if (ticks.length < 2) break;
    if (ticks.length <= most) return { unit: 'month', ticks, place };
  }
  const days = Math.max(1, Math.ceil((to - from) / day));
  const step = Math.max(1, Math.ceil(days / Math.max(1, most - 1)));
  const ticks = [...Array(Math.floor(days / step) + 1).keys()].map((n) => from + n * step * day);
  return { unit: 'day', ticks: within(ticks), place };
};

const multiples = (from: number, to: number, step: number): number[] => {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return [...Array(count).keys()].map((n) => (first + n) * step);
};

const between =
  (from: number, to: number, start: number, end: number) =>
  (value: number): number =>
    to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start);
