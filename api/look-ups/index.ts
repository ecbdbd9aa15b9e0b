import type { ApiDeps } from '../deps.ts';
import type { Route } from '../http/route.ts';
import { listAttributes } from './list-attributes.ts';
import { listMarketplaces } from './list-marketplaces.ts';
import { listWebsites } from './list-websites.ts';

export function lookUpRoutes(deps: ApiDeps): readonly Route[] {
  return [listWebsites(deps), listAttributes(deps), listMarketplaces()];
}
