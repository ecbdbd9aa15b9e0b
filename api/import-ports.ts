/** What the API reads and writes of imports. */
import type { RowCounts, RowOutcome, RowProblem } from '../domain/store-import.ts';
import type { StoreRequest } from '../domain/store-request.ts';
import type { Page } from './ports.ts';

/** What the request's seller agreed to before, somewhere else. Sealed as soon as it is kept. */
export interface ImportedGrant {
  readonly refreshToken: string;
  readonly authorizedAt: string;
}

/** `problem`: why the row was refused before anything was asked; the rest of it is not kept. */
export type ImportedRow =
  | { readonly line: number; readonly request: StoreRequest; readonly grant?: ImportedGrant }
  | { readonly line: number; readonly name?: string; readonly problem: RowProblem };

export interface ImportRecord {
  readonly id: string;
  readonly counts: RowCounts;
  readonly createdAt: string;
  /** When the last of its rows was settled; undefined while some wait. */
  readonly finishedAt?: string;
}

export interface ImportRowRecord {
  readonly line: number;
  readonly name?: string;
  readonly outcome: RowOutcome;
  readonly storeId?: string;
  readonly problem?: RowProblem;
}

export interface Imports {
  /**
   * Keeps every row before the workflow is started. `fingerprint`: hash of the file; the same key with another
   * fingerprint is a `conflict`, with the same one the first import.
   */
  keepImport(input: {
    idempotencyKey?: string;
    fingerprint: string;
    rows: readonly ImportedRow[];
  }): Promise<{ kind: 'kept'; importId: string } | { kind: 'conflict' }>;
  /** Temporal has it: from here on it is seen. */
  markAccepted(importId: string): Promise<void>;
  findImport(importId: string): Promise<ImportRecord | undefined>;
  /** The newest first. Throws `InvalidCursor`. */
  listImports(page: { limit: number; cursor?: string }): Promise<Page<ImportRecord>>;
  /** By line. Throws `InvalidCursor`. */
  listRows(
    importId: string,
    query: { outcome?: readonly RowOutcome[]; limit: number; cursor?: string },
  ): Promise<Page<ImportRowRecord>>;
}
