/** Rows as PostgreSQL's driver reads and writes them. The lines of a file are kept in the table `import_rows`. */
import type { ActorName } from '../../../domain/actors.ts';
import type { LineOutcome, LineProblem } from '../../../domain/store-import.ts';
import type { StoreRequest } from '../../../domain/store-request.ts';

export interface ImportRow {
  id: string;
  idempotency_key: string | null;
  fingerprint: string;
  accepted_at: Date | null;
  /** Null in rows older than 0.3.0. */
  requested_by: ActorName | null;
  created_at: Date;
}

export interface ImportLineRow {
  import_id: string;
  line: number;
  name: string | null;
  store_id: string | null;
  request: StoreRequest | null;
  sealed_refresh_token: string | null;
  authorized_at: Date | null;
  outcome: LineOutcome;
  problem: LineProblem | null;
  failures: number;
  settled_at: Date | null;
}
