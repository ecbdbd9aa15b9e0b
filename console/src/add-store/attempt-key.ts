/**
 * The `Idempotency-Key` of a form that is open: the same request repeated after a lost answer is the same store, and a
 * corrected request is a new one.
 */
export class AttemptKey {
  #body = '';
  #key = '';

  for(body: unknown): string {
    const text = JSON.stringify(body);
    if (text !== this.#body || this.#key === '') {
      this.#body = text;
      this.#key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
        byte.toString(16).padStart(2, '0'),
      ).join('');
    }
    return this.#key;
  }
}
