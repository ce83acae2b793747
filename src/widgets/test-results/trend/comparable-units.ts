/** Powers of ten of the metric prefixes that laboratories use (UCUM, table 1). */
const prefixes: Readonly<Record<string, number>> = {
  '': 0,
  G: 9,
  M: 6,
  k: 3,
  d: -1,
  c: -2,
  m: -3,
  u: -6,
  µ: -6, // U+00B5
  μ: -6, // U+03BC
  n: -9,
  p: -12,
  f: -15,
};

const metric = /^([GMkdcmuµμnpf]?)(g|mol|L|l|U|\[IU\]|\[iU\]|eq|osm|kat)$/;

/** Atoms of UCUM that are the same unit. */
const sameAtoms: Readonly<Record<string, string>> = { l: 'L', '[iU]': '[IU]' };

const powerOfTen = /^10[*^](-?\d+)$/;
const plain = /^(min|h|s|\{[^}]*\})$/;

interface Measure {
  /** What is measured, whatever the size of its unit: `g/L`. */
  readonly kind: string;
  /** The unit's size, as a power of ten. */
  readonly power: number;
}

/** Undefined: not a unit that this can take apart. */
const termOf = (term: string): Measure | undefined => {
  const [, exponent] = powerOfTen.exec(term) ?? [];
  if (exponent !== undefined) return { kind: '', power: Number(exponent) };
  const [, prefix = '', atom = ''] = metric.exec(term) ?? [];
  if (atom) return { kind: sameAtoms[atom] ?? atom, power: prefixes[prefix] ?? 0 };
  return plain.test(term) ? { kind: term, power: 0 } : undefined;
};

/** A unit that cannot be taken apart compares with itself alone; one without a name is a pure number. */
const measureOf = (unit: string | null): Measure => {
  const named = unit?.trim() ?? '';
  if (named === '' || named === '1' || /^\{[^}]*\}$/.test(named)) return { kind: '', power: 0 };
  const terms = named.split('/').map(termOf);
  let power = 0;
  const kinds: string[] = [];
  for (const [index, term] of terms.entries()) {
    if (!term) return { kind: named, power: 0 };
    power += index === 0 ? term.power : -term.power;
    kinds.push(term.kind);
  }
  return { kind: kinds.join('/'), power };
};

/**
 * How to tell a value of one unit in another, where that is exactly known: both differ by a power of ten
 * only, `g/L` and `mg/dL`. Between mass and amount, `mg/dL` and `mmol/L`, the factor is another for each
 * substance, and rounded: such units are never converted.
 * @returns undefined: they cannot be compared
 */
export const converter = (
  from: string | null,
  to: string | null,
): ((value: number) => number) | undefined => {
  const [own, other] = [measureOf(from), measureOf(to)];
  if (own.kind !== other.kind) return undefined;
  const shift = own.power - other.power;
  return (value) => shifted(value, shift);
};

/** With the point moved in the digits themselves, so that 0.3 g/L is 30 mg/dL and not 30.000000000000004. */
const shifted = (value: number, places: number): number => {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return places === 0 ? value : Number(`${digits}e${Number(exponent) + places}`);
};
