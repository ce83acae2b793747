/** Units of UCUM that laboratories use and that take a prefix. */
const metric = /[GMkhdcmunpf]?(g|mol|L|l|m|s|U|eq|osm|kat|Pa|\[IU\]|\[iU\]|m\[Hg\])-?\d?/.source;

/** Those in brackets that take none: of a procedure of measuring, of the United States, of a microscope. */
const bracketed =
  /\[(pH|degF|in_i|ft_i|lb_av|oz_av|drp|ppth|ppm|ppb|pptr|HPF|LPF|CFU|PFU|FFU|arb'U|USP'U|APL'U|GPL'U|MPL'U|anti'Xa'U|BAU|CCID_50|TCID_50|EID_50|Amb'a'1'U)\]/
    .source;

const term = new RegExp(`^(%|10[*^]-?\\d+|${metric}|${bracketed}|min|h|d|wk|mo|a|Cel)?(\\{\\})?$`);

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
