/** Units of UCUM that people write another way, as wholes. */
const usual: Readonly<Record<string, string>> = {
  '1': '',
  '[pH]': '',
  Cel: '°C',
  '[degF]': '°F',
  '[in_i]': 'in',
  '[lb_av]': 'lb',
  '[oz_av]': 'oz',
};

const raised = (digits: string) =>
  digits.replace(/[-\d]/g, (digit) => (digit === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '')));

/**
 * A UCUM unit as people write it: `10*3/uL` → `×10³/µL`, `mm[Hg]` → `mmHg`. Empty for numbers
 * without a unit: `{ratio}`, `{score}`. A unit that is no UCUM stays as the laboratory sent it.
 */
export const unitWords = (unit: string): string => {
  if (/^\{[^}]*\}$/.test(unit)) return '';
  return (
    usual[unit] ??
    unit
      .replace(/10[*^](-?\d+)/g, (_, exponent: string) => `×10${raised(exponent)}`)
      // What an annotation counts or relates to is a part of the meaning: `{copies}/mL`, `mg/g{creat}`.
      .replace(/(?<=[^/.(])\{/g, ' ')
      .replace(/\[iU\]/g, 'IU')
      .replace(/[{}[\]]/g, '')
      .replace(/_/g, ' ')
      .replace(/\bu(?=[A-Z]|g\b|mol|kat)/g, 'µ')
      .replace(/\b(m?)eq\b/g, '$1Eq')
      .replace(/(?<=m)[23]\b/g, raised)
      .replace(/(?<=[a-z])\.(?=[a-z])/gi, '·')
  );
};
