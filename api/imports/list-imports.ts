import * as contract from '../contract/imports.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { toImport } from './import-view.ts';

export function listImports({ imports }: ApiDeps) {
  return route(contract.listImports, async ({ query }) => {
    const { items, nextCursor } = await imports.listImports(query);
    return { status: 200, body: { items: items.map(toImport), nextCursor } };
  });
}
