import { on } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

export interface ListeningConnection {
  /** Queries run one after the other. */
  readonly query: <R extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<pg.QueryResult<R>>;
  /** Payloads of the channel, until the connection is lost or closed. */
  readonly notifications: AsyncIterable<string>;
}

interface ListenOptions {
  readonly databaseUrl: string;
  readonly channel: string;
  /** As PostgreSQL shows it in `pg_stat_activity`. */
  readonly applicationName: string;
  readonly onError: (error: unknown) => void;
  /** Called once per connection, when it listens: what was missed before can be read now. */
  readonly onConnected: (connection: ListeningConnection) => Promise<void>;
}

const minRetryDelayMs = 100;
const maxRetryDelayMs = 10_000;
const heartbeatMs = 30_000;

/** Listens to a channel over a dedicated connection and reconnects, with backoff, whenever it is lost. */
export function listenWithReconnect(options: ListenOptions): { close(): Promise<void> } {
  const closing = new AbortController();
  const stopped = reconnectUntilClosed(options, closing.signal);
  return {
    async close() {
      closing.abort();
      await stopped;
    },
  };
}

async function reconnectUntilClosed(options: ListenOptions, closing: AbortSignal): Promise<void> {
  let retryDelayMs = minRetryDelayMs;
  const resetDelay = () => void (retryDelayMs = minRetryDelayMs);
  while (!closing.aborted) {
    await listenUntilLost(options, closing, resetDelay).catch(
      (error: unknown) => closing.aborted || options.onError(error),
    );
    await delay(retryDelayMs, undefined, { signal: closing }).catch(() => undefined);
    retryDelayMs = Math.min(retryDelayMs * 2, maxRetryDelayMs);
  }
}

/** Always ends with an error. */
async function listenUntilLost(
  { databaseUrl, channel, applicationName, onConnected }: ListenOptions,
  closing: AbortSignal,
  onListening: () => void,
): Promise<never> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: applicationName,
    connectionTimeoutMillis: 2000,
    query_timeout: 5000,
    keepAlive: true,
  });
  // An error after the iteration below has ended must not end the process.
  client.on('error', () => undefined);
  const query = serialQueries(client);
  const heartbeat = setInterval(
    () => void query('select 1').catch((error: unknown) => client.emit('error', error)),
    heartbeatMs,
  );
  try {
    await client.connect();
    const notifications = on(client, 'notification', { signal: closing, close: ['end'] });
    await query(`listen ${channel}`);
    onListening();
    await onConnected({ query, notifications: payloads(notifications) });
    throw new Error(`The connection that listens to ${channel} was closed.`);
  } finally {
    clearInterval(heartbeat);
    // Not awaited: a server that no longer responds would delay the next attempt.
    client.end().catch(() => undefined);
  }
}

function serialQueries(client: pg.Client): ListeningConnection['query'] {
  let previous: Promise<unknown> = Promise.resolve();
  return (sql, values) => {
    const result = previous.then(() => client.query(sql, values));
    previous = result.catch(() => undefined);
    return result;
  };
}

async function* payloads(notifications: AsyncIterable<{ payload: string }[]>): AsyncIterable<string> {
  for await (const [notification] of notifications) yield notification?.payload ?? '';
}
