import * as contract from '../contract/imports.ts';
import type { ApiDeps } from '../deps.ts';
import { actorOf } from '../http/actor.ts';
import { describeChange, toActorName } from '../http/audit-trail.ts';
import { fileHash } from '../http/idempotency.ts';
import { Problem } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { checkLines, lineFields } from './check-lines.ts';
import { findImport, toImport } from './import-view.ts';
import { readCsv } from './read-csv.ts';
import { readNdjson } from './read-ndjson.ts';

const requiredFields = ['website', 'email', 'name', 'country'];

/** Parses the file, saves every line, starts the workflow that imports them and answers with the progress. */
export function addImport({ imports, temporal, publicUrl }: ApiDeps) {
  return route(contract.addImport, async ({ body, headers, request }) => {
    const isCsv = Boolean(request.is('text/csv'));
    const lines = isCsv ? readCsv(body, lineFields, requiredFields) : readNdjson(body);
    const idempotencyKey = headers['Idempotency-Key'];
    const saved = await imports.saveImport({
      idempotencyKey,
      fingerprint: fileHash(isCsv ? 'csv' : 'ndjson', body),
      lines: checkLines(lines),
      requestedBy: toActorName(actorOf(request)),
    });
    if (saved.kind === 'conflict') throw new Problem('idempotency_key_reused');
    describeChange(request, { targetId: saved.importId, changes: { lines: { after: lines.length } } });
    await temporal.startImport(saved.importId);
    await imports.markImportAccepted(saved.importId);
    return {
      status: 202,
      headers: { Location: `${publicUrl}/v1/imports/${saved.importId}` },
      body: toImport(await findImport(imports, saved.importId)),
    };
  });
}
