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

  /** Oldest first: from `since` on the first `limit`, else the newest `limit`. */
  read(since: Date | undefined, limit: number): LoggedRequest[] {
    if (since === undefined) return this.#requests.slice(-limit);
    const from = since.toISOString();
    return this.#requests.filter(({ at }) => at >= from).slice(0, limit);
  }
}
