import type { WebsiteCurrency } from '../../domain/commerce.ts';
import type { CallCommerce } from './call-commerce.ts';
import { storeConfigs, websites } from './schemas.ts';

/** The base currency of each website that has a store view. Commerce lists it per view, but it belongs to the website. */
export async function loadCurrencies(call: CallCommerce): Promise<readonly WebsiteCurrency[]> {
  const [sites, configs] = await Promise.all([
    call('store/websites', websites),
    call('store/storeConfigs', storeConfigs),
  ]);
  return sites.flatMap(({ id, name }) => {
    const config = configs.find(({ website_id }) => website_id === id);
    return id !== 0 && config ? [{ website: name, currency: config.base_currency_code }] : [];
  });
}
