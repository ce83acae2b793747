import type { SessionAnswer, SignedIn } from './contract/account/session.js';
import type { EarlyReads } from './session/early-answer.js';
import type { TabStorage } from './session/remembered-record.js';

/** What each of these elements asks first about a record: path and body. If it asks otherwise, it asks by itself. */
const questions: Readonly<Record<string, readonly [path: string, body?: string]>> = {
  'health-summary': ['health-summary'],
  'med-renewal': ['medications/search', '{"period":"current","limit":20}'],
  'secure-inbox': ['threads/search', '{"folder":"inbox","limit":20}'],
  'test-results': ['results/search', '{"limit":20}'],
};

/**
 * Milliseconds that an answer may take, and that it is kept for the element: it is health data. An element that comes
 * later asks by itself.
 */
const limit = 30_000;

/**
 * Asks what the elements of the page ask first, as soon as it is known who is signed in: their code may still be on its
 * way. It asks about the record that opens by itself; where the tab has another one open, or a sign-out to bring to
 * its end, it asks nothing; nor where there are several sessions, of which another may be that of the elements.
 * @param said the answer to `GET /session`
 * @param baseUrl of the backend, as `checkedBaseUrl` has it
 * @param storage of the tab; by default its `sessionStorage`
 */
export const readEarly = async (
  said: Response,
  baseUrl: string,
  storage?: TabStorage,
): Promise<EarlyReads | undefined> => {
  try {
    const session = (await said.json()) as SessionAnswer;
    const tab = storage ?? sessionStorage;
    const isPlain =
      document.querySelectorAll('portal-session').length < 2 &&
      ['record', 'sign-out'].every((kept) => !tab.getItem(`portal-${kept} ${baseUrl}`));
    if (session.status !== 'signed-in' || !isPlain) return undefined;
    const reads = ask(session, baseUrl);
    warmUp();
    return reads;
  } catch {
    return undefined; // the elements ask, and tell
  }
};

const ask = ({ subjects, csrfToken }: SignedIn, baseUrl: string): EarlyReads =>
  new Map(
    Object.entries(questions)
      .filter(([tag]) => document.querySelector(`${tag}:not([page-size])`))
      .map(([, [path, body]]) => {
        const url = `${baseUrl}/patients/${encodeURIComponent(subjects[0]?.id ?? '')}/${path}`;
        const response = fetch(url, {
          method: body ? 'POST' : 'GET',
          headers: {
            Accept: 'application/json',
            'X-CSRF-Token': csrfToken,
            ...(body && { 'Content-Type': 'application/json' }),
          },
          credentials: 'include',
          cache: 'no-store', // session.no-cache
          redirect: 'manual',
          signal: AbortSignal.timeout(limit),
          body: body ?? null,
        });
        response.catch(() => undefined); // as above
        return [JSON.stringify([url, csrfToken, body]), response];
      }),
  );

/**
 * The first date and number that a page writes take long: the browser reads what it knows of languages. Now nothing
 * else is to be done.
 */
const warmUp = () => {
  const language = document.documentElement.lang.startsWith('es') ? 'es' : 'en';
  new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format();
  (1).toLocaleString(language, { maximumFractionDigits: 2 });
};
