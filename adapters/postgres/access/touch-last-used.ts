import type { Knex } from 'knex';

const touchIntervalMs = 60_000;

/** Records the use of a token, at most once a minute: using one is rarely a write. */
export async function touchLastUsed(
  database: Knex,
  table: 'api_tokens' | 'calendar_links',
  { id, last_used_at: lastUsedAt }: { readonly id: string; readonly last_used_at: Date | null },
): Promise<void> {
  if (lastUsedAt && Date.now() - lastUsedAt.getTime() < touchIntervalMs) return;
  await database(table)
    .where({ id })
    .update({ last_used_at: database.raw(`date_trunc('minute', now())`) });
}
