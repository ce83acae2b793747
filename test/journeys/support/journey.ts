import { test as base, expect, type BrowserContext } from '@playwright/test';
import { today } from './today.js';

export { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';

/** Collects what goes wrong in the pages' own eyes. A refused request is no mistake of a page. */
export const collectComplaints = async (context: BrowserContext): Promise<readonly string[]> => {
  const complaints: string[] = [];
  context.on('console', (message) => {
    const isBad = message.type() === 'error' || message.type() === 'warning';
    const isRefusal = message.text().startsWith('Failed to load resource: the server responded');
    if (isBad && !isRefusal) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  // Before any script of the page runs.
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`Content-Security-Policy: ${event.violatedDirective}, ${event.blockedURI}`);
    });
  });
  return complaints;
};

/** Takes the page to another day; its timers run as ever. */
const moveDate = (ahead: number): void => {
  const now = () => RealDate.now() + ahead;
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, parts: unknown[], newTarget) =>
      Reflect.construct(target, parts.length > 0 ? parts : [now()], newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  });
};

interface Options {
  /** Whether the journey moves the clock of its pages, with `context.clock`. */
  readonly movesClock: boolean;
  /** What a page may complain of in this journey. */
  readonly tolerated: RegExp | undefined;
  readonly quiet: undefined;
}

/** Every journey also fails for an error, a warning or a violation of the Content-Security-Policy. */
export const test = base.extend<Options>({
  tolerated: [undefined, { option: true }],
  movesClock: [false, { option: true }],
  quiet: [
    async ({ context, tolerated, movesClock }, use) => {
      if (movesClock || process.env['FULLCLOCK']) await context.clock.install({ time: today });
      else await context.addInitScript(moveDate, today - Date.now());
      const complaints = await collectComplaints(context);
      await use(undefined);
      expect(complaints.filter((complaint) => !tolerated?.test(complaint))).toEqual([]);
    },
    { auto: true },
  ],
});
