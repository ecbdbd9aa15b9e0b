import type { Knex } from 'knex';

const notedAgainAfterMs = 60_000;

/** Coarse, so that using a token is hardly ever a write. */
export async function noteUse(
  database: Knex,
  table: 'api_tokens' | 'calendar_links',
  { id, last_used_at: before }: { readonly id: string; readonly last_used_at: Date | null },
): Promise<void> {
  if (before && Date.now() - before.getTime() < notedAgainAfterMs) return;
  await database(table)
    .where({ id })
    .update({ last_used_at: database.raw(`date_trunc('minute', now())`) });
}
