/** "ug/mL", "μg/ml" and "µg/mL" are one unit: micro is written with two letters of Unicode, and as "u". */
const plain = (unit: string): string =>
  unit
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/μ|\bmc(?=g\b)/g, 'u')
    .replace(/^x?10(?:\*|\^|e)?0?(\d)/i, '10*$1')
    .replace(/^(?:K|thou(?:sand)?)(?=\/)/i, '10*3')
    .replace(/^M(?=\/[uµ]L$)/i, '10*6')
    .replace(/\[i?U\]|\bIU\b/gi, 'IU')
    .replace(/mm\[Hg\]/i, 'mmHg');

/** All in capitals, some printers know no others; but then nobody can tell mega-units from milli-units. */
const isShouted = (unit: string): boolean =>
  !/[a-z]/.test(unit) && !/(^|[^A-Z])M?I?U(\/|$)/.test(unit);

/** Whether two spellings are surely of one unit. The case of a letter is told apart, but for the liter's. */
export function isSameUnit(one: string, other: string): boolean {
  const [mine, theirs] = [plain(one), plain(other)];
  if (isShouted(mine) || isShouted(theirs)) return mine.toLowerCase() === theirs.toLowerCase();
  return mine.replace(/l\b/g, 'L') === theirs.replace(/l\b/g, 'L');
}
