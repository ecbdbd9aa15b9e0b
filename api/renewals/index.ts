import type { ApiDeps } from '../deps.ts';
import type { Route } from '../http/route.ts';
import { getRenewalCalendar } from './get-renewal-calendar.ts';
import { listRenewals } from './list-renewals.ts';

export function renewalRoutes(deps: ApiDeps): readonly Route[] {
  return [listRenewals(deps), getRenewalCalendar(deps)];
}
