import { nothing } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { ChildPart } from 'lit';
import type { PortalError } from '../../client/portal-errors.js';
import { PortalErrorEvent } from './error.events.js';

/** Each failure once, however often and wherever it is rendered. */
const told = new WeakSet<Error>();

/** Shows nothing, and tells the page of a failure that shows here (`portal-error`). */
export const tellError = directive(
  class extends Directive {
    override update({ options }: ChildPart, [error]: [unknown]) {
      if (!(error instanceof Error) || told.has(error)) return nothing;
      told.add(error);
      const { kind = 'internal', status } = error as Partial<PortalError> & { status?: number };
      const host = options?.host as Element | undefined;
      // A listener may change what is being rendered.
      queueMicrotask(() => host?.dispatchEvent(new PortalErrorEvent(kind, status)));
      return nothing;
    }

    override render(_error: unknown) {
      return nothing;
    }
  },
);
