import type { Knex } from 'knex';

const batchSize = 1000;

/**
 * Deletes the oldest rows once they are 400 days old, one batch per call, and keeps the hash of the last of them: the
 * rest of the chain stays verifiable. The trigger of the table refuses any other deletion.
 */
export async function pruneAudit(database: Knex): Promise<void> {
  await database.raw(
    `with oldest as (select seq, at from audit_log order by seq limit ?),
       kept as (select min(seq) as seq from oldest where at >= now() - interval '400 days'),
       pruned as (
         delete from audit_log
         where seq in (select o.seq from oldest o, kept k where k.seq is null or o.seq < k.seq)
         returning seq, hash
       ),
       last as (select seq, hash from pruned order by seq desc limit 1)
     update audit_head set pruned_seq = last.seq, pruned_hash = last.hash from last`,
    [batchSize],
  );
}
