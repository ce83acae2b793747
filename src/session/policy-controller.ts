import { Task } from '@lit/task';
import type { LitElement } from 'lit';
import { localeFor, useLocale, type Locale } from '../locales/localization.js';
import { loadPolicy } from '../policy/load-policy.js';
import type { PolicySource } from '../policy/policy-source.js';
import type { PortalPolicy } from '../policy/portal-policy.js';
import type { SessionController } from './session-controller.js';
import { systemTimers, type Timers } from '../client/timers.js';
import type { PolicyError } from '../policy/policy-error.js';
import { faults, tellAuthor } from '../shape/setup-problem.js';

/** What a widget without a backend needs. */
export interface PolicyContext extends Timers {
  readonly policy: PortalPolicy;
  readonly locale: Locale;
}

/** A widget that needs no backend, and so no `<portal-session>` if it is told the policy itself. */
interface PolicyHost extends LitElement {
  policy: PolicySource;
  allowedOrigins: string;
}

/** The policy and the language of such a widget: by its own `policy`, else those of the session. */
export class PolicyController {
  readonly #session: SessionController;
  readonly #own: Task<readonly [PolicySource, string, Locale], PolicyContext | undefined>;

  constructor(host: PolicyHost, session: SessionController) {
    this.#session = session;
    this.#own = new Task(host, {
      args: () => {
        const language = host.closest('[lang]')?.getAttribute('lang') ?? '';
        return [host.policy, host.allowedOrigins, localeFor(language)] as const;
      },
      task: async ([source, allowedOrigins, locale]) => {
        if (source === '') return undefined;
        faults.delete(host);
        const loaded = loadPolicy(source, undefined, allowedOrigins);
        const [policy] = await Promise.all([loaded, useLocale(locale)]);
        return { policy, locale, now: systemTimers.now, after: systemTimers.after };
      },
      onError: (error) => {
        const { problem = 'not-loaded', message } = error as Partial<PolicyError>;
        tellAuthor(problem, `<${host.localName}>`, message);
        faults.set(host, { problem });
      },
    });
  }

  /** Undefined until policy and language are there. */
  get context(): PolicyContext | undefined {
    return this.#own.value ?? this.#session.context;
  }
}
