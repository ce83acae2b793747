import type * as z from 'zod/mini';
import { ImportError } from './import-error.js';
import { bundleSchema } from '../schemas.js';

/** The types of bundle that bring a record along; others are answers, messages or histories. */
const bundleTypes = ['transaction', 'batch', 'collection', 'searchset', 'document'];

const expected = 'Expected a FHIR R4 bundle: {"resourceType": "Bundle", "type": …, "entry": […]}.';

export type ParsedBundle = z.infer<typeof bundleSchema>;

/** @throws {ImportError} for anything but a bundle that brings a record along. */
export function parseBundle(json: unknown): ParsedBundle {
  const parsed = bundleSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ImportError(
      isBundle(json)
        ? `This FHIR bundle cannot be read: ${issue?.message ?? 'invalid'} at "${issue?.path.join('.') ?? ''}". ${expected}`
        : `This is no FHIR bundle but ${whatIs(json)}. ${expected}`,
    );
  }
  if (!bundleTypes.includes(parsed.data.type)) {
    throw new ImportError(
      `This is a FHIR bundle of type "${parsed.data.type}". Expected one of these types: ${bundleTypes.join(', ')}.`,
    );
  }
  return parsed.data;
}

const typeOf = (json: object): unknown => ('resourceType' in json ? json.resourceType : undefined);

export const isBundle = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && typeOf(json) === 'Bundle';

function whatIs(json: unknown): string {
  if (json === null) return 'null';
  if (Array.isArray(json)) return 'a list';
  if (typeof json !== 'object') return `a ${typeof json}`;
  const type = typeOf(json);
  return typeof type === 'string'
    ? `a FHIR resource of type "${type}"`
    : 'an object without "resourceType"';
}

/** @throws {ImportError} for pages of a search of which one is not among these bundles. */
export function refuseMissingPages(bundles: readonly ParsedBundle[]): void {
  const linksOf = (relation: string) =>
    bundles.flatMap(({ link = [] }) => link.filter((each) => each.relation === relation));
  const here = new Set(linksOf('self').map(({ url }) => url));
  const missing = linksOf('next').filter(({ url }) => !here.has(url));
  // Pages do not always name themselves: then the number of further ones must do.
  if (missing.length === 0 || missing.length < bundles.length - here.size) return;
  const entries = bundles.reduce((count, { entry = [] }) => count + entry.length, 0);
  const [{ total } = {}] = bundles;
  throw new ImportError(
    `This is only a part of a search: ${entries} entries${total === undefined ? '' : ` of ${total}`}, and a link to the next page. ` +
      'Expected all of it: fetch the pages that follow, and bring them together in one folder or one bundle.',
  );
}
