import type { Knex } from 'knex';
import type { ActorKind } from '../../../domain/actors.ts';
import type { AuditChanges, AuditOutcome, AuditTarget } from '../../../domain/audit.ts';
import type { Page, PageQuery } from '../../../domain/paging.ts';
import { type PageOrder, toPage } from '../db/paging.ts';
import { isBigId } from '../db/pg-values.ts';
import type { AuditRow } from './rows.ts';

export interface AuditFilter {
  /** The whole name. */
  readonly actor?: string;
  readonly action?: string;
  /** ISO 8601, inclusive. */
  readonly from?: string;
  /** ISO 8601, exclusive. */
  readonly to?: string;
}

export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly actor?: string;
  readonly actorKind?: ActorKind;
  readonly address: string;
  readonly requestId: string;
  readonly action: string;
  readonly target?: AuditTarget;
  readonly outcome: AuditOutcome;
  readonly changes?: AuditChanges;
  readonly omitted?: number;
}

/** Newest first. @throws {InvalidCursor} */
export function listAudit(database: Knex, filter: AuditFilter, page: PageQuery): Promise<Page<AuditEntry>> {
  const { actor, action, from, to } = filter;
  const rows = database<AuditRow>('audit_log').select('*');
  if (actor !== undefined) void rows.where({ actor });
  if (action !== undefined) void rows.where({ action });
  if (from !== undefined) void rows.where('at', '>=', from);
  if (to !== undefined) void rows.where('at', '<', to);
  return toPage(rows, page, newestFirst, (found) => found.map(toEntry));
}

const newestFirst: PageOrder<AuditRow> = {
  name: 'audit',
  orderBy: 'seq desc',
  after: 'seq < ?::bigint',
  bindings: ({ id }) => (isBigId(id) ? [id] : undefined),
  positionOf: ({ seq }) => ({ value: '', id: seq }),
};

function toEntry(row: AuditRow): AuditEntry {
  return {
    id: row.seq,
    at: row.at.toISOString(),
    actor: row.actor ?? undefined,
    actorKind: row.actor_kind ?? undefined,
    address: row.address,
    requestId: row.request_id,
    action: row.action,
    target: row.target_kind === null ? undefined : { kind: row.target_kind, id: row.target_id ?? undefined },
    outcome: row.outcome,
    changes: row.changes ?? undefined,
    omitted: row.omitted ?? undefined,
  };
}
