import * as z from 'zod/mini';
import type { Observation } from '../../contract/record/results.js';
import type { FhirBundle } from '../bundle/bundle.js';
import type { Entry } from '../bundle/entry.js';
import { wordsOf } from '../codes.js';
import { textObservation } from './observations.js';
import { opaqueId } from '../opaque-id.js';
import { optionalText, type FhirDiagnosticReport } from '../schemas.js';
import { plainText, textOfHtml, textOfRtf } from './text.js';

type Form = NonNullable<FhirDiagnosticReport['presentedForm']>[number];

/**
 * A report's own words as observations: the conclusion, and the whole report where it is text. Where there
 * is nothing else (`isBare`), what the source wrote to be read by people.
 */
export function reportWords(
  bundle: FhirBundle,
  entry: Entry,
  reportId: string,
  report: FhirDiagnosticReport,
  isBare: boolean,
): readonly Observation[] {
  const words: Observation[] = [];
  const add = (key: string, name: string, text: string) =>
    words.push(textObservation(opaqueId(reportId, key), name, plainText(text)));
  const codes = (report.conclusionCode ?? []).flatMap((concept) => wordsOf(concept) ?? []);
  const conclusion = report.conclusion ?? codes.join('; ');
  if (conclusion !== '') add('conclusion', 'Conclusion', conclusion);
  const forms = report.presentedForm ?? [];
  forms.forEach((form, index) => {
    const text = textOf(bundle, entry, form);
    const type = form.contentType ?? 'no type';
    if (text === undefined) bundle.skip(`DiagnosticReport.presentedForm (${type})`, entry);
    else add(`form ${index}`, form.title ?? 'Report', text);
  });
  const narrative = textOfHtml(report.text?.div ?? '');
  if (isBare && words.length === 0 && forms.length === 0 && narrative) {
    add('narrative', 'Report', narrative);
  }
  return words;
}

const binarySchema = z.object({ contentType: optionalText, data: optionalText });

/** Undefined: no text, not in the file, or in letters that are not known. */
function textOf(bundle: FhirBundle, from: Entry, form: Form): string | undefined {
  const binary = form.url === undefined ? undefined : bundle.resolve({ reference: form.url }, from);
  const source =
    form.data === undefined && binary?.resource.resourceType === 'Binary'
      ? bundle.read(binary, binarySchema)
      : form;
  const declared = form.contentType ?? source?.contentType ?? '';
  const [type = '', ...parameters] = declared.toLowerCase().split(';');
  const charset = parameters
    .map((each) => /^\s*charset="?([^"\s]+)"?/.exec(each)?.[1])
    .find(Boolean);
  const readers: Readonly<Record<string, (text: string) => string | undefined>> = {
    'text/plain': (text) => text,
    'text/html': textOfHtml,
    'application/xhtml+xml': textOfHtml,
    'text/rtf': textOfRtf,
    'application/rtf': textOfRtf,
  };
  const read = readers[type.trim()];
  const text = read && source?.data ? decoded(source.data, charset ?? 'utf-8') : undefined;
  return text === undefined ? undefined : read?.(text);
}

/** Base64 of text in these letters; undefined if it is not. */
function decoded(data: string, charset: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
