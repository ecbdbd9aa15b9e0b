import * as contract from '../contract/imports.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { findImport, toImport } from './import-view.ts';

export function getImport({ imports }: ApiDeps) {
  return route(contract.getImport, async ({ params }) => ({
    status: 200,
    body: toImport(await findImport(imports, params.id)),
  }));
}
