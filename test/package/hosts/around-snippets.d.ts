/** What the documentation's blocks of code take for granted: a page's own things, and what the block before has. */
import type { TestResults, MedRenewal, PortalSession } from 'portal-widgets';
import type { AdapterAnswer } from 'portal-widgets/adapter';
import type { Backend } from 'portal-widgets/mocks';

interface Route {
  readonly resultId?: string;
  readonly medicationId?: string;
}

declare global {
  const session: PortalSession;
  const results: TestResults;
  const medications: MedRenewal;
  const backend: Backend;
  const registerTranslation: typeof import('portal-widgets').registerTranslation;

  const router: { push(path: string): void; onChange(listener: (to: Route) => void): void };
  const auth: { token(): Promise<string>; renew(): Promise<string> };
  const showBadge: (unread: number | undefined) => void;

  /** A hospital's own API, and what makes of its answers those of the contract. */
  const api: {
    me(): Promise<object>;
    reports(patient: string, query: object, init: { signal: AbortSignal }): Promise<object>;
    renew(medication: string, key: string): Promise<{ pending: boolean; found: boolean }>;
  };
  const sessionFrom: (answer: object) => AdapterAnswer<'getSession'>;
  const resultsFrom: (answer: object) => AdapterAnswer<'searchResults'>;
  const medicationFrom: (answer: object) => AdapterAnswer<'requestRenewal'>;

  /** Of `@vitejs/plugin-vue`. */
  const vue: (options: {
    template: { compilerOptions: { isCustomElement: (tag: string) => boolean } };
  }) => object;
  /** Of Svelte's compiler. */
  const $props: <Props>() => Props;

  interface ParentNode {
    /** The page has it. */
    querySelector<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag];
  }
}
