import { marketplaces } from '../../domain/marketplaces.ts';
import { listMarketplaces } from '../contract/service-operations.ts';
import { route } from '../http/route.ts';

export function getMarketplaces() {
  return route(listMarketplaces, () => ({ status: 200, body: { items: Object.values(marketplaces) } }));
}
