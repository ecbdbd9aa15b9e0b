import type { WithWebhookSession } from '../../webhooks/ports.ts';
import { listenWithReconnect, type ListeningConnection } from '../db/listen.ts';

/** Locks are advisory locks of the session: PostgreSQL releases them the moment their holder dies. */
export function createWebhookSessions(databaseUrl: string, onError: (error: unknown) => void): WithWebhookSession {
  return (live) =>
    listenWithReconnect({
      databaseUrl,
      channel: 'webhooks',
      applicationName: 'perennial-webhook-turns',
      onError,
      onConnected: ({ query, notifications }) =>
        live({
          tryLock: (webhookId) => tryLock(query, webhookId),
          unlock: (webhookId) => unlock(query, webhookId),
          changedEndpoints: notifications,
        }),
    });
}

async function tryLock(query: ListeningConnection['query'], webhookId: string): Promise<boolean> {
  const sql = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken';
  const { rows } = await query<{ taken: boolean }>(sql, [lockKey(webhookId)]);
  return rows[0]?.taken ?? false;
}

async function unlock(query: ListeningConnection['query'], webhookId: string): Promise<void> {
  await query('select pg_advisory_unlock(hashtextextended($1, 0))', [lockKey(webhookId)]);
}

function lockKey(webhookId: string): string {
  return `webhook/${webhookId}`;
}
