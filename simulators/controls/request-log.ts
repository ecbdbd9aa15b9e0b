/** One request to an Amazon endpoint, for checkers from outside. Never holds a code or a token. */
export interface LoggedRequest {
  readonly id: number;
  readonly at: string;
  readonly seller?: string;
  readonly endpoint: string;
  readonly status: number;
  readonly ms: number;
  readonly requestId: string;
  /** Of token requests. */
  readonly grantType?: string;
  /** The seller's usage plan refused it: not an injected fault, but a caller over the limit. */
  readonly isLimitExceeded?: true;
}

const capacity = 20_000;

/** The newest requests, in memory. */
export class RequestLog {
  #requests: LoggedRequest[] = [];
  #nextId = 1;

  add(request: Omit<LoggedRequest, 'id'>): void {
    this.#requests.push({ id: this.#nextId, ...request });
    this.#nextId += 1;
    if (this.#requests.length > capacity * 1.1) this.#requests = this.#requests.slice(-capacity);
  }

  /** Oldest first: from `since` or behind the id `after` on the first `limit`, else the newest `limit`. */
  read({ since, after, limit }: { since?: Date | undefined; after?: number | undefined; limit: number }) {
    if (after !== undefined) {
      const [first] = this.#requests;
      const from = Math.max(0, after + 1 - (first?.id ?? 1));
      return this.#requests.slice(from, from + limit);
    }
    if (since === undefined) return this.#requests.slice(-limit);
    const from = since.toISOString();
    return this.#requests.filter(({ at }) => at >= from).slice(0, limit);
  }
}
