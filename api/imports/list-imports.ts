import { listImports } from '../contract/import-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { toImport } from './import-view.ts';
import { route } from '../http/route.ts';

export function getImports({ imports }: ApiDeps) {
  return route(listImports, async ({ query }) => {
    const { items, nextCursor } = await imports.listImports(query);
    return { status: 200, body: { items: items.map(toImport), nextCursor } };
  });
}
