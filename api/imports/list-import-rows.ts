import * as contract from '../contract/imports.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { findImport, toImportRow } from './import-view.ts';

export function listImportRows({ imports }: ApiDeps) {
  return route(contract.listImportRows, async ({ params, query }) => {
    const { id } = await findImport(imports, params.id);
    const { items, nextCursor } = await imports.listLines(id, query);
    return { status: 200, body: { items: items.map(toImportRow), nextCursor } };
  });
}
