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
  mc: -6,
  µ: -6, // U+00B5
  μ: -6, // U+03BC
  n: -9,
  p: -12,
  f: -15,
};

const metric = /^(mc|[GMkdcmuµμnpf]?)(g|mol|L|l|U|\[IU\]|\[iU\]|eq|osm|kat)$/;

/** Atoms of UCUM that are the same unit. */
const sameAtoms: Readonly<Record<string, string>> = { l: 'L', '[iU]': '[IU]' };

/** "10*3", and what printers make of it: "x10E3", "X 10^3", "x10(3)", "×10³". */
const powerOfTen = /^[x×]? ?10 ?(?:\*\*?|\^|e|(?=\())\(?(-?\d{1,2})\)?$/i;

/** What laboratories print for thousands and millions of what they count. */
const counts: readonly (readonly [words: RegExp, power: number])[] = [
  [/^(?:\{?cells?\}?|\{?#\}?|)$/i, 0],
  [/^(?:k|thou|thousands?)$/i, 3],
  [/^(?:M|MILLIONS?|[mM]illions?|[mM]ill?)$/, 6],
];

/** A microliter, by its other names. */
const microliter = /^(?:[uµμ]l|mcl|mm\^?3|cu ?mm|cmm)$/i;

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = (unit: string): string =>
  unit.replace(
    /[⁰¹²³⁴-⁹]+/g,
    (digits) => `^${digits.replace(/./g, (digit) => String(superscripts.indexOf(digit)))}`,
  );
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
  if (microliter.test(term)) return { kind: 'L', power: -6 };
  const [, prefix = '', atom = ''] = metric.exec(term) ?? [];
  if (atom) return { kind: sameAtoms[atom] ?? atom, power: prefixes[prefix] ?? 0 };
  return plain.test(term) ? { kind: term, power: 0 } : undefined;
};

/** What a count is made of: thousands, in "K/uL". */
const countOf = (term: string): Measure | undefined => {
  const [, power] = counts.find(([words]) => words.test(term)) ?? [];
  return power === undefined ? undefined : { kind: '', power };
};

/** A unit that cannot be taken apart compares with itself alone; one without a name is a pure number. */
const measureOf = (unit: string | null): Measure => {
  const named = unit?.trim() ?? '';
  if (named === '' || named === '1' || /^\{[^}]*\}$/.test(named)) return { kind: '', power: 0 };
  const [first = '', ...others] = lowered(named).split('/');
  const below = others.map((term) => termOf(term.trim()));
  const isOfVolume = below[0]?.kind === 'L';
  const above = first.trim();
  const terms = [(isOfVolume ? countOf(above) : undefined) ?? termOf(above), ...below];
  let power = 0;
  const kinds: string[] = [];
  for (const term of terms) {
    if (!term) return { kind: named, power: 0 };
    power += kinds.length === 0 ? term.power : -term.power;
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
