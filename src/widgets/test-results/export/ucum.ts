const term =
  /^(%|10[*^]-?\d+|[GMkhdcmunpf]?(g|mol|L|l|m|s|U|eq|osm|kat|Pa|\[IU\]|m\[Hg\])-?\d?|min|h|d|wk|mo|a|Cel|\[[A-Za-z_]+\])?(\{\})?$/;

/** Whether a unit is surely one of UCUM: of the atoms that laboratories use, multiplied and divided. */
export const isUcum = (unit: string): boolean => {
  if (unit === '1') return true;
  // What stands in an annotation is anybody's: `mL/min/{1.73_m2}`.
  const terms = unit.replace(/\{[^{}\s]+\}/g, '{}').split(/[./]/);
  if (unit === '' || terms.slice(1).includes('')) return false;
  return terms.every((each, index) =>
    each === '' ? index === 0 && unit.startsWith('/') : term.test(each),
  );
};
