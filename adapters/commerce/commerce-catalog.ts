import type { Config } from '../../config.ts';
import { coalesceCalls } from '../../domain/coalesce.ts';
import type { CommerceCatalog } from '../../domain/commerce.ts';
import { createCallCommerce } from './call-commerce.ts';
import { loadAttributes } from './load-attributes.ts';
import { loadCurrencies } from './load-currencies.ts';
import { loadWebsites } from './load-websites.ts';

export interface CommerceCatalogOptions {
  /** Per request, default 2.5 seconds. */
  readonly timeoutMs?: number;
  /** How long the list of attributes is cached, default one minute. */
  readonly cacheAttributesMs?: number;
}

/** Only attributes are cached: they take many requests, websites and currencies two or three. */
export function createCommerceCatalog(
  config: Config['commerce'],
  { timeoutMs = 2500, cacheAttributesMs = 60_000 }: CommerceCatalogOptions = {},
): CommerceCatalog {
  const call = createCallCommerce(config, timeoutMs);
  const attributes = coalesceCalls(() => loadAttributes(call), { joinRunning: true, keepMs: cacheAttributesMs });
  return {
    listWebsites: coalesceCalls(() => loadWebsites(call), { joinRunning: true }),
    listCurrencies: coalesceCalls(() => loadCurrencies(call), { joinRunning: true }),
    async searchAttributes(q, limit) {
      const part = q.trim().toLowerCase();
      const all = await attributes();
      return all
        .filter(({ code, label }) => code.toLowerCase().includes(part) || label.toLowerCase().includes(part))
        .slice(0, limit);
    },
    async findAttribute(code) {
      return (await attributes()).find((attribute) => attribute.code === code);
    },
  };
}
