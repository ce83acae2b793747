import * as z from 'zod/mini';
import type { Endpoint, RequestOf } from '../../../src/contract/endpoint.js';
import type { FieldError, FieldReason } from '../../../src/contract/problems.js';
import { emailAddressForm, phoneNumberForm } from '../../../src/shape/contact-points.js';
import { allowed, type Decision, type Refusal } from '../../rules/decision.js';

/** Bytes that a request's body may have, if its row says nothing else. */
const usualBodyLimit = 1024 * 1024;

/** Bytes that the body of some request to these rows may have. */
export const largestBodyOf = (rows: Readonly<Record<string, Endpoint>>): number =>
  Math.max(...Object.values(rows).map(({ bodyLimit = usualBodyLimit }) => bodyLimit));

const { localeError: error } = z.locales.en();

/** A request's body as JSON; undefined where the endpoint reads none. */
export const readBody = async (row: Endpoint, request: Request): Promise<Decision<unknown>> => {
  if (!row.request.body) return allowed(undefined);
  const bytes = await request.arrayBuffer();
  const limit = row.bodyLimit ?? usualBodyLimit;
  if (bytes.byteLength > limit) return tooLarge(limit);
  if (!isJson(request.headers.get('Content-Type'))) return notJson;
  try {
    return allowed(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return invalidRequest([{ pointer: '/body', detail: 'This is not JSON in UTF-8.' }]);
  }
};

/** Checks every part of a request against the contract, and names each field that is wrong. */
export const readParts = <E extends Endpoint>(
  row: E,
  parts: { readonly params: unknown; readonly headers: Headers; readonly body: unknown },
): Decision<RequestOf<E>> => {
  const errors: FieldError[] = [];
  const read: Record<string, unknown> = {};
  const values = { ...parts, headers: Object.fromEntries(parts.headers) };
  for (const part of ['params', 'headers', 'body'] as const) {
    const schema = row.request[part];
    if (!schema) continue;
    const parsed = schema.safeParse(values[part], { error });
    if (parsed.success) read[part] = parsed.data;
    else errors.push(...fieldErrors(part, parsed.error.issues));
  }
  if (errors.some(({ pointer }) => pointer === '/headers/if-match')) {
    if (!parts.headers.has('If-Match')) return preconditionRequired;
  }
  // Each part was made by the schema that RequestOf takes its type from.
  return errors.length > 0 ? invalidRequest(errors) : allowed(read as RequestOf<E>);
};

/** One for each field, however much is wrong with it. */
const fieldErrors = (part: string, issues: readonly z.core.$ZodIssue[]): FieldError[] => {
  const found = new Map<string, FieldError>();
  for (const issue of issues) {
    const pointer = jsonPointer([part, ...issue.path]);
    const reason = issue.code === 'invalid_format' && reasons.get(issue.pattern);
    const error = { pointer, detail: issue.message, ...(reason && { reason }) };
    if (!found.has(pointer)) found.set(pointer, error);
  }
  return [...found.values()];
};

/** Forms that a widget can tell how to write, as issues name them. */
const reasons: ReadonlyMap<string | undefined, FieldReason> = new Map([
  [String(emailAddressForm), 'no-email-address'],
  [String(phoneNumberForm), 'no-phone-number'],
]);

export const isJson = (contentType: string | null): boolean =>
  /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType ?? '');

/** RFC 6901 */
const jsonPointer = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const invalidRequest = (errors: readonly FieldError[]): Refusal => ({
  ok: false,
  kind: 'invalid-request',
  detail: 'The request is not as the contract says; `errors` names each field.',
  next: [],
  errors,
});

const preconditionRequired: Refusal = {
  ok: false,
  kind: 'precondition-required',
  detail: 'If-Match must name the state that is changed: the ETag of what was read.',
  next: [],
};

const tooLarge = (limit: number): Refusal => ({
  ok: false,
  kind: 'too-large',
  detail: `The body has more than ${limit} bytes.`,
  next: [],
});

export const notJson: Refusal = {
  ok: false,
  kind: 'unsupported-media-type',
  detail: 'The body must be application/json in UTF-8.',
  next: [],
};
