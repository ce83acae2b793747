/**
 * How something typed is checked, kept as a draft and sent once, whatever the form. What only one form needs stays
 * with that form.
 */
import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { PortalError, RefusedError } from '../client/portal-errors.js';
import type { PortalContext } from '../session/portal-context.js';
import { errorSummary, type FieldProblem } from '../ui/form/error-summary.js';
import { failureNote } from '../ui/failure-note.js';
import type { Field } from '../ui/form/field.js';
import { problemsOf, type FieldLimits } from '../ui/form/form-problems.js';
import { missingWords } from '../ui/form/missing.js';
import type { StepLinks } from '../ui/next-step.js';
import { loadRefusal } from '../ui/refusals/load-refusal.js';
import type { RefusalView } from '../ui/refusals/refusal-note.js';
import {
  cleanEmailAddress,
  cleanPhoneNumber,
  emailAddressForm,
  phoneNumberForm,
} from '../shape/contact-points.js';
import { cookiesOff } from './cookies-off.js';

/** The fields of a form in reading order, by the JSON Pointer of what the request calls them. */
export type Fields = Readonly<Record<string, Field>>;

/**
 * What was typed into a field, by its JSON Pointer: passwords as they are, addresses and phone numbers
 * as they are meant, all else without space around it. Empty where the form has no such field.
 */
export type ReadTyped = (pointer: string) => string;

/** What a form sends, and how. */
export interface Sending {
  readonly fields: Fields;
  readonly limits?: Readonly<Record<string, FieldLimits>>;
  /**
   * @param signal aborted once the form is forgotten: nothing may come of an answer that is there later
   * @throws PortalError, which the form then tells
   */
  readonly send: (typed: ReadTyped, signal: AbortSignal) => Promise<void>;
}

export interface FormOptions {
  /** Selector of the part of the widget that is the form's; default: all of it. */
  readonly region?: string;
  /** Fetches the words of a refusal with the first one. Default: those of the account area. */
  readonly loadRefusal?: () => Promise<RefusalView>;
}

/**
 * A form of a widget and how the last try to send it has ended. It sends nothing that is incomplete,
 * and nothing twice, and puts the focus where there is something new to read.
 */
export class FormController implements ReactiveController {
  /** Whether an answer is awaited. */
  busy = false;
  /** What has to be changed in the form. */
  problems: readonly FieldProblem[] = [];
  /** Why the last request failed. */
  error: unknown;
  readonly #host: LitElement;
  readonly #region: string;
  readonly #loadRefusal: NonNullable<FormOptions['loadRefusal']>;
  #refusalNote: RefusalView | undefined;
  #focusNext: string | undefined;
  #sending = new AbortController();

  constructor(
    host: LitElement,
    { region = '', loadRefusal: load = () => loadRefusal('account') }: FormOptions = {},
  ) {
    this.#host = host;
    this.#region = region;
    this.#loadRefusal = load;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#focusNext === undefined) return;
    const target = this.#host.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    this.#focusNext = undefined;
    target?.focus();
  }

  /** Whether nothing stands in the way. */
  get isSettled(): boolean {
    return this.problems.length === 0 && this.error === undefined;
  }

  /** Gives the focus to a part of the region, once it is rendered. */
  focus(part: 'heading' | 'note' | 'error-summary' | 'conflict' | 'draft'): void {
    this.#focusNext = `${this.#region} [part="${part}"]`.trim();
    this.#host.requestUpdate();
  }

  /** Forgets how the last try ended. */
  settle(): void {
    this.problems = [];
    this.error = undefined;
    this.#host.requestUpdate();
  }

  /** Somebody else, or nobody, is signed in: what was sent before is answered to nobody. */
  forget(): void {
    this.#sending.abort();
    this.#sending = new AbortController();
    this.busy = false;
    this.#focusNext = undefined;
    this.settle();
  }

  /** Sends what stands in the form, unless a required field is empty or one has what cannot be. */
  async submit(event: SubmitEvent, sending: Sending): Promise<void> {
    event.preventDefault();
    await this.send(readerOf(event.currentTarget as HTMLFormElement, sending.fields), sending);
  }

  /** Sends what was read from a form before. */
  async send(typed: ReadTyped, { fields, limits, send }: Sending): Promise<void> {
    if (this.busy) return;
    this.settle();
    const problems = Object.entries(fields).flatMap(([pointer, field]) => {
      const text = problemWith(field, typed(pointer).trim());
      return text === undefined ? [] : [{ controlId: field.id, text }];
    });
    const errors = misshapen(typed, fields);
    this.problems = [...problems, ...problemsOf({ kind: 'invalid-request', errors }, fields)];
    if (this.problems.length > 0) this.focus('error-summary');
    else await this.run((signal) => send(typed, signal), fields, limits);
  }

  /** Asks the backend for something on the form's behalf. */
  async run(
    ask: (signal: AbortSignal) => Promise<void>,
    fields: Fields = {},
    limits: Sending['limits'] = {},
  ): Promise<void> {
    const { signal } = this.#sending;
    this.settle();
    this.busy = true;
    try {
      if (!navigator.cookieEnabled) throw cookiesOff;
      await ask(signal);
    } catch (error) {
      if (error instanceof RefusedError) await this.#fetchRefusalNote();
      if (signal.aborted) return;
      if (!(error instanceof PortalError)) throw error;
      this.error = error;
      this.problems = problemsOf(error, fields, limits);
      this.focus(this.problems.length > 0 ? 'error-summary' : 'note');
    } finally {
      if (!signal.aborted) this.busy = false;
      this.#host.requestUpdate();
    }
  }

  /** Without its words a refusal is told as a failure. */
  async #fetchRefusalNote(): Promise<void> {
    try {
      this.#refusalNote ??= await this.#loadRefusal();
    } catch (error) {
      console.error('portal-widgets: the words of a refusal could not be fetched.', error);
    }
  }

  /** What stands in the way, in words; nothing if all is well. */
  outcomeView(context: PortalContext, links: StepLinks, onRetry?: () => void) {
    return html`${errorSummary(this.problems)}${this.#noteView(context, links, onRetry)}`;
  }

  #noteView(context: PortalContext, links: StepLinks, onRetry?: () => void) {
    const { error } = this;
    const summed = this.problems.length > 0;
    if (error instanceof RefusedError && this.#refusalNote)
      return this.#refusalNote(error, { ...context, summed }, links);
    return error === undefined || summed ? nothing : failureNote(error, onRetry);
  }
}

/** Contact points by the type of their field: what is meant by what was typed, and how it has to look then. */
const contactPoints = {
  email: { clean: cleanEmailAddress, form: emailAddressForm, reason: 'no-email-address' },
  tel: { clean: cleanPhoneNumber, form: phoneNumberForm, reason: 'no-phone-number' },
} as const;

const contactPointOf = ({ type }: Field) =>
  type === 'email' || type === 'tel' ? contactPoints[type] : undefined;

/** What the backend would not take either. */
const misshapen = (typed: ReadTyped, fields: Fields) =>
  Object.entries(fields).flatMap(([pointer, field]) => {
    const point = contactPointOf(field);
    const isWrong = point && typed(pointer) !== '' && !point.form.test(typed(pointer));
    return isWrong ? [{ pointer, reason: point.reason, detail: '' }] : [];
  });

const problemWith = (field: Field, value: string): string | undefined =>
  value === '' ? (field.required ? missingWords(field) : undefined) : field.problemOf?.(value);

/** Reads on sending, not on input: autofill need not tell of what it fills in. */
const readerOf = (form: HTMLFormElement, fields: Fields): ReadTyped => {
  const values = new Map(
    Object.entries(fields).map(([pointer, field]) => {
      const { value } = form.elements.namedItem(field.name) as HTMLInputElement;
      const { clean } = contactPointOf(field) ?? {};
      return [pointer, clean ? clean(value) : field.type === 'password' ? value : value.trim()];
    }),
  );
  return (pointer) => values.get(pointer) ?? '';
};
