import type { ApiDeps } from '../deps.ts';
import type { Route } from '../http/route.ts';
import { exportAudit } from './export-audit.ts';
import { listAudit } from './list-audit.ts';

export function auditRoutes(deps: ApiDeps): readonly Route[] {
  return [listAudit(deps), exportAudit(deps)];
}
