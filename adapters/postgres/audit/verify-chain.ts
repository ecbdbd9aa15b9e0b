import { createHash } from 'node:crypto';
import type { Knex } from 'knex';

/**
 * `changed`: the hash of the row does not fit its contents, or not the row before it. `removed`: rows are missing before
 * this one, or up to it at the end. `inserted`: the row lies outside the chain.
 */
export interface ChainFault {
  readonly kind: 'changed' | 'removed' | 'inserted';
  readonly seq: string;
}

/** A row that was written down earlier: the end of a chain that was computed again cannot fit it. */
export interface Witness {
  readonly seq: string;
  /** Hexadecimal. */
  readonly hash: string;
}

export interface ChainReport {
  readonly rows: number;
  /** The last row, a witness for the next time. */
  readonly head: Witness;
  /** The first faults, oldest first. */
  readonly faults: readonly ChainFault[];
}

interface HeadRow {
  readonly last_seq: string;
  readonly last_hash: Buffer;
  readonly pruned_seq: string;
  readonly pruned_hash: Buffer;
}

interface Link {
  readonly seq: bigint;
  readonly hash: Buffer;
}

interface ChainRow {
  readonly seq: string;
  readonly content: string;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
}

const batchSize = 2000;
const maxFaults = 20;

/** As the trigger of the table writes it; the hashes are computed here, not in the database that is verified. */
const content = `jsonb_build_array(
  seq, id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), actor_kind, actor,
  address, request_id, action, target_kind, target_id, outcome, changes, omitted)::text as content`;

/** Reads the whole audit log as it was at one moment; writers do not wait. */
export function verifyAuditChain(database: Knex, witness?: Witness): Promise<ChainReport> {
  return database.transaction((trx) => verify(trx, witness), { isolationLevel: 'repeatable read', readOnly: true });
}

async function verify(trx: Knex.Transaction, witness?: Witness): Promise<ChainReport> {
  const head = await trx<HeadRow>('audit_head').first();
  if (!head) throw new Error('The table audit_head has lost its row; the audit log cannot be verified.');
  const faults: ChainFault[] = [];
  const [first, last] = [BigInt(head.pruned_seq), BigInt(head.last_seq)];
  let before: Link = { seq: first, hash: head.pruned_hash };
  let rows = 0;
  for await (const row of readRows(trx)) {
    const seq = BigInt(row.seq);
    const isOutside = seq <= first || seq > last;
    const isRewritten = row.seq === witness?.seq && row.hash.toString('hex') !== witness.hash;
    const kind = isOutside ? 'inserted' : isRewritten ? 'changed' : findFault(row, before);
    if (kind) faults.push({ kind, seq: row.seq });
    // The hash that the row has, so that one changed row is one fault.
    if (!isOutside) before = { seq, hash: row.hash };
    rows += 1;
    if (faults.length >= maxFaults) break;
  }
  if (witness && BigInt(witness.seq) > last) faults.push({ kind: 'removed', seq: witness.seq });
  else if (faults.length < maxFaults && before.seq < last) faults.push({ kind: 'removed', seq: head.last_seq });
  else if (faults.length === 0 && !before.hash.equals(head.last_hash))
    faults.push({ kind: 'changed', seq: head.last_seq });
  return { rows, head: { seq: head.last_seq, hash: head.last_hash.toString('hex') }, faults };
}

function findFault(row: ChainRow, before: Link): ChainFault['kind'] | undefined {
  const expected = createHash('sha256').update(row.previous_hash).update(row.content).digest();
  if (!expected.equals(row.hash)) return 'changed';
  if (BigInt(row.seq) > before.seq + 1n) return 'removed';
  return row.previous_hash.equals(before.hash) ? undefined : 'changed';
}

async function* readRows(trx: Knex.Transaction): AsyncGenerator<ChainRow> {
  let batch: readonly ChainRow[] = [];
  do {
    batch = await trx('audit_log')
      .where('seq', '>', batch.at(-1)?.seq ?? '-1')
      .orderBy('seq')
      .limit(batchSize)
      .select<ChainRow[]>('seq', 'previous_hash', 'hash', trx.raw(content));
    yield* batch;
  } while (batch.length === batchSize);
}
