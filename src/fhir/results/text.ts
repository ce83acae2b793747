/** HL7 v2 escapes (chapter 2.7), which many laboratories leave in what they send as FHIR. */
const escapes: Readonly<Record<string, string>> = {
  '.br': '\n',
  '.sp': '\n',
  '.ce': '\n',
  F: '|',
  S: '^',
  T: '&',
  R: '~',
  E: '\\',
  H: '', // highlighting
  N: '',
};

/** A text without the escapes of HL7 v2, and with one kind of line end. */
export const plainText = (text: string): string =>
  text
    .replace(/\\(\.br|\.sp|\.ce|[FSTREHN])\\/g, (_, code: string) => escapes[code] ?? '')
    .replace(/\\X((?:[0-9A-F]{2})+)\\/g, (_, hex: string) =>
      (hex.match(/../g) ?? []).map((byte) => String.fromCharCode(parseInt(byte, 16))).join(''),
    )
    .replace(/\r\n?/g, '\n');

/** The words of RTF; undefined where a picture or an object is a part of it. */
export function textOfRtf(rtf: string): string | undefined {
  if (!/^\s*\{\\rtf/.test(rtf) || /\{\\(?:\*\\)?(?:pict|object|shppict)/.test(rtf))
    return undefined;
  return withoutGroups(rtf)
    .replace(/\r?\n/g, '')
    .replace(/\\(?:par|line|sect|page|row)\b ?/g, '\n')
    .replace(/\\(?:tab|cell)\b ?/g, '\t')
    .replace(/\\'([0-9a-f]{2})/gi, (_, hex: string) =>
      new TextDecoder('windows-1252').decode(Uint8Array.of(parseInt(hex, 16))),
    )
    .replace(/\\u(-?\d+) ?\??/g, (_, code: string) =>
      String.fromCharCode((Number(code) + 65_536) % 65_536),
    )
    .replace(/\\~/g, '\u00a0')
    .replace(/\\([\\{}])|\\[a-z]+-?\d* ?|[{}]/gi, (_, literal: string | undefined) => literal ?? '')
    .trim();
}

/** Without the groups that hold no text of the document: fonts, colors, styles, facts of the file. */
function withoutGroups(rtf: string): string {
  let depth = 0;
  let hiddenAt = Infinity;
  let kept = '';
  for (let at = 0; at < rtf.length; at += 1) {
    const character = rtf[at] ?? '';
    const isEscaped = rtf[at - 1] === '\\' && rtf[at - 2] !== '\\';
    if (character === '{' && !isEscaped) {
      depth += 1;
      const isHidden = /^\{\\(?:\*|fonttbl|colortbl|stylesheet|info|header|footer)/.test(
        rtf.slice(at, at + 14),
      );
      if (isHidden) hiddenAt = Math.min(hiddenAt, depth);
    }
    if (depth < hiddenAt) kept += character;
    if (character === '}' && !isEscaped) {
      if (depth === hiddenAt) hiddenAt = Infinity;
      depth -= 1;
    }
  }
  return kept;
}
