import { listImportRows } from '../contract/import-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { findImport, toImportRow } from './import-view.ts';
import { route } from '../http/route.ts';

export function getImportRows({ imports }: ApiDeps) {
  return route(listImportRows, async ({ params, query }) => {
    const { id } = await findImport(imports, params.id);
    const { items, nextCursor } = await imports.listRows(id, query);
    return { status: 200, body: { items: items.map(toImportRow), nextCursor } };
  });
}
