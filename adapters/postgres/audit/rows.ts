/** Rows as PostgreSQL's driver reads and writes them. */
import type { ActorKind } from '../../../domain/actors.ts';
import type { AuditChanges, AuditOutcome } from '../../../domain/audit.ts';

export interface AuditIntentRow {
  id: string;
  at: Date;
  actor_kind: ActorKind | null;
  actor: string | null;
  address: string;
  request_id: string;
  action: string;
  target_kind: string | null;
  target_id: string | null;
}

export interface AuditRow extends AuditIntentRow {
  /** A bigint, as text. */
  seq: string;
  outcome: AuditOutcome;
  changes: AuditChanges | null;
  omitted: number | null;
  previous_hash: Buffer;
  hash: Buffer;
}
