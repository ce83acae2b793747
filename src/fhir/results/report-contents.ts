import type { Observation } from '../../contract/record/results.js';
import type { FhirBundle } from '../bundle/bundle.js';
import type { Entry } from '../bundle/entry.js';
import { whyUnsafe } from '../bundle/subject.js';
import { wordsOf } from '../codes.js';
import { opaqueId } from '../opaque-id.js';
import type { DocumentRecord } from '../records/index.js';
import { mediaSchema, type FhirAttachment, type FhirDiagnosticReport } from '../schemas.js';
import { contentOf } from './attachments.js';
import { textOfHtml } from './html-text.js';
import { textObservation } from './observations.js';
import { plainText } from './text.js';

/** What a report says besides what was measured. */
export interface ReportContents {
  /** As observations. */
  readonly words: readonly Observation[];
  readonly documents: readonly DocumentRecord[];
}

/**
 * The conclusion, and the whole report where it is text or a file. Where there is nothing else (`isBare`), what
 * the source wrote to be read by people.
 */
export function reportContents(
  bundle: FhirBundle,
  entry: Entry,
  reportId: string,
  report: FhirDiagnosticReport,
  isBare: boolean,
): ReportContents {
  const words: Observation[] = [];
  const documents: DocumentRecord[] = [];
  const add = (key: string, name: string, text: string) =>
    words.push(textObservation(opaqueId(reportId, key), name, plainText(text)));
  const codes = (report.conclusionCode ?? []).flatMap((concept) => wordsOf(concept) ?? []);
  const conclusion = report.conclusion ?? codes.join('; ');
  if (conclusion !== '') add('conclusion', 'Conclusion', conclusion);
  for (const { key, kind, from, form } of formsOf(bundle, entry, report)) {
    const content = contentOf(bundle, from, form);
    if (!content) bundle.skip(`${kind} (${form.contentType ?? 'no type'})`, entry);
    else if ('text' in content) add(key, form.title ?? 'Report', content.text);
    else {
      const id = opaqueId(reportId, key);
      documents.push({ id, title: form.title?.trim() || null, ...content.document });
    }
  }
  const narrative = textOfHtml(report.text?.div ?? '');
  if (isBare && words.length + documents.length === 0 && narrative) {
    add('narrative', 'Report', narrative);
  }
  return { words, documents };
}

interface Form {
  readonly key: string;
  /** As what it is counted if it cannot be read. */
  readonly kind: string;
  /** Where it stands. */
  readonly from: Entry;
  readonly form: FhirAttachment;
}

/** The report as a whole, and its images. */
const formsOf = (
  bundle: FhirBundle,
  entry: Entry,
  { presentedForm = [], media = [] }: FhirDiagnosticReport,
): readonly Form[] => [
  ...presentedForm.map((form, index) => ({
    ...{ key: `form ${index}`, kind: 'DiagnosticReport.presentedForm' },
    ...{ from: entry, form },
  })),
  ...media.flatMap(({ link }, index): Form[] => {
    const from = bundle.resolve(link, entry);
    if (from && bundle.isWithheld(from)) return [];
    const isOwn = from && bundle.ownerOf(from) === bundle.ownerOf(entry) && !whyUnsafe(from);
    const read = isOwn ? bundle.read(from, mediaSchema) : undefined;
    if (read?.status === 'entered-in-error') return [];
    if (from && read) return [{ key: `media ${index}`, kind: 'Media', from, form: read.content }];
    bundle.skip('DiagnosticReport.media (not in the file)', entry);
    return [];
  }),
];
