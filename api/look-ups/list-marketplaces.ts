import { marketplaces } from '../../domain/marketplaces.ts';
import * as contract from '../contract/look-ups.ts';
import { route } from '../http/route.ts';

export function listMarketplaces() {
  return route(contract.listMarketplaces, () => ({ status: 200, body: { items: Object.values(marketplaces) } }));
}
