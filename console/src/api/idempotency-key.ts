/** The `Idempotency-Key` of an open form: repeating the same request creates nothing new, a corrected request does. */
export class IdempotencyKey {
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
