import type { Knex } from 'knex';

const rowsPerStatement = 5000;

/**
 * Deletes delivered deliveries after 30 days and failed ones after 90. A delivery that has waited three days for a
 * disabled endpoint fails. Events of stores are deleted with their last delivery; the few events about no store are
 * kept, because an event is queued once per key.
 */
export async function pruneDeliveries(database: Knex): Promise<void> {
  await database.raw(`
    update webhook_deliveries d set status = 'failed', settled_at = now(), attempts = attempts || jsonb_build_object(
      'at', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'durationMs', 0,
      'error', 'The endpoint was disabled for three days. Enable it and replay what failed.')
    from webhooks w
    where w.id = d.webhook_id and not w.enabled and d.status = 'pending' and d.queued_at < now() - interval '3 days'`);
  await database.raw(`
    update webhooks set sealed_previous_secret = null, previous_secret_until = null where previous_secret_until < now()`);
  await deleteInBatches(
    database,
    `delete from webhook_deliveries where id in (
       select id from webhook_deliveries
       where (status = 'delivered' and settled_at < now() - interval '30 days')
         or (status = 'failed' and settled_at < now() - interval '90 days')
       limit ?)`,
  );
  await deleteInBatches(
    database,
    `delete from webhook_events where id in (
       select id from webhook_events e
       where (e.store_id is not null or e.type = 'webhook.test') and e.created_at < now() - interval '1 day'
         and not exists (select from webhook_deliveries d where d.event_id = e.id)
       limit ?)`,
  );
}

async function deleteInBatches(database: Knex, sql: string): Promise<void> {
  let deleted: number;
  do {
    const result = await database.raw<{ rowCount: number }>(sql, [rowsPerStatement]);
    deleted = result.rowCount;
  } while (deleted === rowsPerStatement);
}
