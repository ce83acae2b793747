/**
 * Names a request (`Idempotency-Key`): the same name as long as the same is sent, so that sending it
 * again after its answer was lost does it once.
 */
export class IdempotencyKey {
  #body = '';
  #key = '';

  /** @param body of the request that is about to be sent */
  of(body: object): string {
    const text = JSON.stringify(body);
    if (text !== this.#body) {
      this.#body = text;
      this.#key = crypto.randomUUID();
    }
    return this.#key;
  }

  /** The request is done: what is sent from now on is another one. */
  forget(): void {
    this.#body = '';
  }
}
