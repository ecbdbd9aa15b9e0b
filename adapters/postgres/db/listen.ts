import { on } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

export interface Listening {
  /** One after the other, as the connection takes them. */
  readonly query: <R extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<pg.QueryResult<R>>;
  /** Payloads, until the connection is lost or closed. */
  readonly announcements: AsyncIterable<string>;
}

interface ListenOptions {
  readonly databaseUrl: string;
  readonly channel: string;
  /** As PostgreSQL shows it in `pg_stat_activity`. */
  readonly applicationName: string;
  readonly onTrouble: (error: unknown) => void;
  /** Once per connection; whoever needs to catch up does it here, when nothing announced can be missed any more. */
  readonly live: (listening: Listening) => Promise<void>;
}

const firstPauseMs = 100;
const longestPauseMs = 10_000;
const heartbeatMs = 30_000;

/** Listens to a channel over one connection of its own, and over another one whenever that is lost. */
export function keepListening({ databaseUrl, channel, applicationName, onTrouble, live }: ListenOptions) {
  const closing = new AbortController();
  let pauseMs = firstPauseMs;

  async function listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: applicationName,
      connectionTimeoutMillis: 2000,
      query_timeout: 5000,
      keepAlive: true,
    });
    // A late one must not end the process; those in time end the iteration below.
    client.on('error', () => undefined);
    let lastQuery: Promise<unknown> = Promise.resolve();
    const query: Listening['query'] = (sql, values) => {
      const result = lastQuery.then(() => client.query(sql, values));
      lastQuery = result.catch(() => undefined);
      return result;
    };
    const heartbeat = setInterval(
      () => void query('select 1').catch((error: unknown) => client.emit('error', error)),
      heartbeatMs,
    );
    try {
      await client.connect();
      const announcements = on(client, 'notification', { signal: closing.signal, close: ['end'] });
      await query(`listen ${channel}`);
      pauseMs = firstPauseMs;
      await live({ query, announcements: payloads(announcements) });
      throw new Error(`The connection that listens to ${channel} was closed.`);
    } finally {
      clearInterval(heartbeat);
      // Not awaited: a server that no longer answers would hold up the next attempt.
      client.end().catch(() => undefined);
    }
  }

  const ended = (async () => {
    while (!closing.signal.aborted) {
      await listen().catch((error: unknown) => closing.signal.aborted || onTrouble(error));
      await delay(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  })();

  return {
    async close(): Promise<void> {
      closing.abort();
      await ended;
    },
  };
}

async function* payloads(announcements: AsyncIterable<{ payload: string }[]>): AsyncIterable<string> {
  for await (const [announcement] of announcements) yield announcement?.payload ?? '';
}
