import * as z from 'zod/mini';
import type { InputOf, OutputOf } from '../../src/contract/endpoint.js';
import { problem, type Problem } from '../../src/contract/problems.js';
import { deskContract, type DeskContract, type DeskEndpointId } from '../../mocks/desk/index.js';

/** The desk says no, or cannot answer: the message is for the one who works there. */
export class DeskRefusal extends Error {
  override readonly name = 'DeskRefusal';

  constructor(
    readonly status: number,
    message: string,
    /** What is wrong, one by one, where it is about several things. */
    readonly mistakes: readonly string[] = [],
  ) {
    super(message);
  }
}

/** Any of the parts that a request may have. */
interface Input {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Speaks the desk's contract: typed by its rows, and checked by them. */
export class DeskClient {
  readonly #baseUrl: string;
  readonly #fetch: typeof fetch;

  /** @param baseUrl where the endpoints are: `/api` */
  constructor(baseUrl: string, fetchFrom: typeof fetch = (input, init) => fetch(input, init)) {
    this.#baseUrl = baseUrl;
    this.#fetch = fetchFrom;
  }

  /** @throws DeskRefusal */
  async call<Id extends DeskEndpointId>(
    id: Id,
    input: InputOf<DeskContract[Id]>,
  ): Promise<OutputOf<DeskContract[Id]>> {
    const { method, path, response } = deskContract[id];
    const { params = {}, body } = input as Input; // whatever the row declares of them
    const answer = await this.#fetch(this.#baseUrl + filled(path, params), {
      method,
      headers: { 'Content-Type': 'application/json' }, // which pages of other sites cannot say
      cache: 'no-store',
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw refusalOf(answer.status, await answer.json());
    // The row says both what is checked here and what is returned.
    const value = response === null ? undefined : z.parse(response, await answer.json());
    return value as OutputOf<DeskContract[Id]>;
  }
}

const filled = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

const refusalOf = (status: number, body: unknown): DeskRefusal => {
  const { detail, errors = [] }: Problem = z.parse(problem, body);
  return new DeskRefusal(
    status,
    detail,
    errors.map((error) => error.detail),
  );
};
