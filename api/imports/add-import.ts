import { createHash } from 'node:crypto';
import { addImport } from '../contract/import-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { findImport, toImport } from './import-view.ts';
import { checkRows, rowFields } from './check-lines.ts';
import { readCsv } from './read-csv.ts';
import { readNdjson } from './read-ndjson.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';

const required = ['website', 'email', 'name', 'country'];

/** Parse → keep every row → start the workflow, which works through them → how far the import is. */
export function postImport({ imports, onboarding, publicUrl }: ApiDeps) {
  return route(addImport, async ({ body, headers, request }) => {
    const isCsv = Boolean(request.is('text/csv'));
    const rows = isCsv ? readCsv(body, rowFields, required) : readNdjson(body);
    const idempotencyKey = headers['Idempotency-Key'];
    const kept = await imports.keepImport({
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      fingerprint: createHash('sha256')
        .update(`${isCsv ? 'csv' : 'ndjson'}\n${body}`)
        .digest('hex'),
      rows: checkRows(rows),
    });
    if (kept.kind === 'conflict') throw new Problem('idempotency_key_reused');
    await onboarding.startImport(kept.importId);
    await imports.markAccepted(kept.importId);
    const headersOfImport = { Location: `${publicUrl}/v1/imports/${kept.importId}` };
    return { status: 202, headers: headersOfImport, body: toImport(await findImport(imports, kept.importId)) };
  });
}
