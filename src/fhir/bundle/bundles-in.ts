import { ImportError } from './import-error.js';
import { isBundle } from './parse-bundle.js';

const expected = 'Expected FHIR R4 as JSON: a bundle, or the NDJSON of a bulk export.';

/**
 * The bundles that the text of a file holds: one, or all the resources of NDJSON, a line each, as one.
 * @throws {ImportError} that says what it is instead
 */
export function bundlesIn(text: string): readonly unknown[] {
  const plain = text.replace(/^\uFEFF/, '').trim(); // some editors put a mark before it
  if (plain.startsWith('<')) {
    const isFhir = /xmlns\s*=\s*["']http:\/\/hl7\.org\/fhir["']/.test(plain.slice(0, 2000));
    const isDocument = /<ClinicalDocument\b/.test(plain.slice(0, 2000));
    const kind = isFhir ? 'FHIR as XML' : isDocument ? 'a C-CDA document' : 'XML';
    throw new ImportError(`This is ${kind}. ${expected}`);
  }
  if (/^MSH\|/.test(plain)) throw new ImportError(`This is an HL7 v2 message. ${expected}`);
  const json = parsed(plain);
  if (json !== undefined) return [json];
  const lines = plain
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parsed);
  if (lines.length < 2 || lines.some((line) => line === undefined)) {
    throw new ImportError(`This is not JSON. ${expected}`);
  }
  const resources = lines.filter((line) => !isBundle(line));
  return [...lines.filter(isBundle), ...(resources.length > 0 ? [collectionOf(resources)] : [])];
}

/** Resources that stand by themselves, as a bundle. */
const collectionOf = (resources: readonly unknown[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
