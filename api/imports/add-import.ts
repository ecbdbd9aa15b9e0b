import { createHash } from 'node:crypto';
import * as contract from '../contract/imports.ts';
import type { ApiDeps } from '../deps.ts';
import { findImport, toImport } from './import-view.ts';
import { checkLines, lineFields } from './check-lines.ts';
import { readCsv } from './read-csv.ts';
import { readNdjson } from './read-ndjson.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';

const required = ['website', 'email', 'name', 'country'];

/** Parse → keep every row → start the workflow, which works through them → how far the import is. */
export function addImport({ imports, temporal: onboarding, publicUrl }: ApiDeps) {
  return route(contract.addImport, async ({ body, headers, request }) => {
    const isCsv = Boolean(request.is('text/csv'));
    const rows = isCsv ? readCsv(body, lineFields, required) : readNdjson(body);
    const idempotencyKey = headers['Idempotency-Key'];
    const kept = await imports.saveImport({
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      fingerprint: createHash('sha256')
        .update(`${isCsv ? 'csv' : 'ndjson'}\n${body}`)
        .digest('hex'),
      rows: checkLines(rows),
    });
    if (kept.kind === 'conflict') throw new Problem('idempotency_key_reused');
    await onboarding.startImport(kept.importId);
    await imports.markImportAccepted(kept.importId);
    const headersOfImport = { Location: `${publicUrl}/v1/imports/${kept.importId}` };
    return { status: 202, headers: headersOfImport, body: toImport(await findImport(imports, kept.importId)) };
  });
}
