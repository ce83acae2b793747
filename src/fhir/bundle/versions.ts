import type { FhirResource } from '../schemas.js';

const isInError = (resource: FhirResource): boolean =>
  /entered-in-error/.test(JSON.stringify([resource['status'], resource['verificationStatus']]));

const numberOf = (text: string | undefined): number => Number(/\d+/.exec(text ?? '')?.[0] ?? NaN);

/** Whether one version of a resource is later than another; where nothing says so, whether it takes it back. */
export function isNewer(one: FhirResource, other: FhirResource): boolean {
  const instants = [one, other].map(({ meta }) => Date.parse(meta?.lastUpdated ?? ''));
  const versions = [one, other].map(({ meta }) => numberOf(meta?.versionId));
  for (const [mine = NaN, theirs = NaN] of [instants, versions]) {
    if (mine > theirs) return true;
    if (mine < theirs) return false;
  }
  return isInError(one) && !isInError(other);
}

/** NOPAT: disclosure to the patient could harm, so they are told neither what it says nor that it is there. */
export const hasLabel = ({ meta }: FhirResource, labels: ReadonlySet<string>): boolean =>
  meta?.security?.some(({ code = '' }) => code === 'NOPAT' || labels.has(code)) ?? false;
