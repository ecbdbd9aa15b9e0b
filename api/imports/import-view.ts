import type { Import } from '../../adapters/postgres/imports/imports.ts';
import type { ImportLine } from '../../adapters/postgres/imports/lines.ts';
import { importWorkflowId } from '../../domain/ids.ts';
import type { StoreImport, StoreImportRow } from '../contract/imports.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';

/** @throws {Problem} 404 */
export async function findImport(imports: ApiDeps['imports'], id: string): Promise<Import> {
  const storeImport = await imports.findImport(id);
  if (!storeImport) throw new Problem('import_not_found');
  return storeImport;
}

export function toImport({ id, counts, createdAt, finishedAt }: Import): StoreImport {
  const { created, already_there, refused, waiting } = counts;
  return {
    id,
    state: finishedAt === undefined ? 'running' : 'finished',
    counts: { created, already_there, refused, waiting },
    workflowId: importWorkflowId(id),
    createdAt,
    finishedAt,
  };
}

export function toImportRow({ line, name, outcome, storeId, problem }: ImportLine): StoreImportRow {
  return {
    line,
    name,
    outcome,
    storeId,
    problem: problem && {
      code: problem.code,
      detail: problem.detail,
      errors: (problem.errors ?? []).map(({ pointer, detail }) => ({ pointer, detail })),
    },
  };
}
