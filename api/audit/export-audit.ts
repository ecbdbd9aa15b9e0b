import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AuditEntry, AuditFilter } from '../../adapters/postgres/audit/list-audit.ts';
import type { Page } from '../../domain/paging.ts';
import * as contract from '../contract/audit.ts';
import type { ApiDeps } from '../deps.ts';
import { csvLine } from '../http/csv.ts';
import { route } from '../http/route.ts';

const batchSize = 500;
const columns = [
  ...['id', 'at', 'actor', 'actorKind', 'address', 'action', 'outcome', 'targetKind', 'targetId', 'changes'],
  ...['requestId', 'omitted'],
];

/** Streamed: neither the log nor the client's speed decides how much memory it takes. */
export function exportAudit({ audit }: ApiDeps) {
  return route(contract.exportAudit, async ({ query, request, response }) => {
    // Before the response begins, so that an unavailable database is answered with a problem.
    const firstPage = await audit.listAudit(query, { limit: batchSize });
    response.type('text/csv').set('Content-Disposition', 'attachment; filename="audit.csv"');
    await pipeline(Readable.from(csvLines(audit, query, firstPage)), response).catch((error: unknown) => {
      // The connection is closed; a client that went away is no error.
      if (!request.destroyed) request.log.warn({ err: error }, 'The export of the audit log broke off');
    });
    return undefined;
  });
}

async function* csvLines(
  audit: ApiDeps['audit'],
  filter: AuditFilter,
  firstPage: Page<AuditEntry>,
): AsyncGenerator<string> {
  yield csvLine(columns);
  for (let page = firstPage; ; page = await audit.listAudit(filter, { limit: batchSize, cursor: page.nextCursor })) {
    yield page.items.map(toLine).join('');
    if (page.nextCursor === undefined) return;
  }
}

function toLine(entry: AuditEntry): string {
  const { id, at, actor, actorKind, address, action, outcome, target, changes, requestId, omitted } = entry;
  const cells = [id, at, actor, actorKind, address, action, outcome, target?.kind, target?.id];
  return csvLine([...cells, changes && JSON.stringify(changes), requestId, omitted]);
}
