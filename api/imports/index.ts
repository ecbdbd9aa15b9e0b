import type { ApiDeps } from '../deps.ts';
import type { Route } from '../http/route.ts';
import { addImport } from './add-import.ts';
import { getImport } from './get-import.ts';
import { listImportRows } from './list-import-rows.ts';
import { listImports } from './list-imports.ts';

export function importRoutes(deps: ApiDeps): readonly Route[] {
  return [addImport(deps), listImports(deps), getImport(deps), listImportRows(deps)];
}
