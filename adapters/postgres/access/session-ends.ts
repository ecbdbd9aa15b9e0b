import { listenWithReconnect } from '../db/listen.ts';

/** Reports sessions that were ended, in any process, to those who wait for it. */
export class SessionEnds {
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #connection: { close(): Promise<void> };
  #resolveListening: () => void = () => undefined;
  /** Resolves when it listens for the first time. */
  readonly listening: Promise<void>;

  constructor(databaseUrl: string, onError: (error: unknown) => void = () => undefined) {
    this.listening = new Promise((resolve) => (this.#resolveListening = resolve));
    this.#connection = listenWithReconnect({
      databaseUrl,
      channel: 'sessions_ended',
      applicationName: 'perennial-session-ends',
      onError,
      onConnected: async ({ notifications }) => {
        this.#resolveListening();
        for await (const sessionId of notifications) this.#report(sessionId);
      },
    });
  }

  /** Calls back once the session was ended; what is missed while the connection is lost is not repeated. */
  subscribe(sessionId: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(sessionId) ?? new Set();
    this.#listeners.set(sessionId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(sessionId);
    };
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  #report(sessionId: string): void {
    for (const listener of this.#listeners.get(sessionId) ?? []) listener();
  }
}
