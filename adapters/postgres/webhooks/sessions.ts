import type { KeepWebhookSession } from '../../webhooks/ports.ts';
import { keepListening } from '../db/listen.ts';

/** Turns are advisory locks of the session: PostgreSQL passes them on in the moment in which their holder dies. */
export function createWebhookSessions(databaseUrl: string, onTrouble: (error: unknown) => void): KeepWebhookSession {
  return (live) =>
    keepListening({
      databaseUrl,
      channel: 'webhooks',
      applicationName: 'perennial-webhook-turns',
      onTrouble,
      live: ({ query, announcements }) =>
        live({
          async takeTurn(webhookId) {
            const sql = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken';
            const { rows } = await query<{ taken: boolean }>(sql, [turnOf(webhookId)]);
            return rows[0]?.taken ?? false;
          },
          async giveBackTurn(webhookId) {
            await query('select pg_advisory_unlock(hashtextextended($1, 0))', [turnOf(webhookId)]);
          },
          wakes: announcements,
        }),
    });
}

function turnOf(webhookId: string): string {
  return `webhook/${webhookId}`;
}
