import * as z from 'zod/mini';

z.config({ jitless: true }); // a strict Content-Security-Policy reports zod's `new Function` probe

/**
 * Of a request that does something: a name that its sender makes up for it, at random. However
 * often the same account sends it within a day, from whatever session, it is done once, and answered
 * alike each time; for what nobody has to be signed in for, the session counts instead. The same name
 * for another request is a `conflict`. (draft-ietf-httpapi-idempotency-key-header)
 */
export const idempotencyKey = z.object({
  'idempotency-key': z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/)),
});

/**
 * Of an update that could undo another one: the `etag` of what was read before (RFC 9110, 13.1.1).
 * Without it the answer is `precondition-required`, with an old or a weak one `precondition-failed`.
 * One of several is enough, and `*` is whatever there is.
 */
export const ifMatch = z.object({
  'if-match': z
    .string()
    .check(
      z.maxLength(1000),
      z.regex(/^(\*|(W\/)?"[!#-~]{1,100}"([ \t]*,[ \t]*(W\/)?"[!#-~]{1,100}")*)$/),
    ),
});
