import { getImport as operation } from '../contract/import-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { findImport, toImport } from './import-view.ts';
import { route } from '../http/route.ts';

export function getImport({ imports }: ApiDeps) {
  return route(operation, async ({ params }) => ({
    status: 200,
    body: toImport(await findImport(imports, params.id)),
  }));
}
