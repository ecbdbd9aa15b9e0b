import type { CommerceCatalog } from '../../api/ports.ts';
import type { Config } from '../../config.ts';
import { createCallCommerce } from './call-commerce.ts';
import { loadAttributes } from './load-attributes.ts';
import { loadCurrencies } from './load-currencies.ts';
import { loadWebsites } from './load-websites.ts';
import { sharedLoad } from './shared-load.ts';

export interface CommerceCatalogOptions {
  /** Of each request, 2.5 seconds unless told. */
  readonly timeoutMs?: number;
  /** How long the list of attributes is kept, a minute unless told. */
  readonly attributesKeptMs?: number;
}

/** The merchant's Commerce, as its integration may see it. Websites are asked for each time: they are few. */
export function createCommerceCatalog(
  config: Config['commerce'],
  options: CommerceCatalogOptions = {},
): CommerceCatalog {
  const { timeoutMs = 2500, attributesKeptMs = 60_000 } = options;
  const call = createCallCommerce(config, timeoutMs);
  const attributes = sharedLoad(() => loadAttributes(call), attributesKeptMs);
  return {
    listWebsites: sharedLoad(() => loadWebsites(call), 0),
    listCurrencies: sharedLoad(() => loadCurrencies(call), 0),
    async searchAttributes(q, limit) {
      const wanted = q.trim().toLowerCase();
      const all = await attributes();
      return all
        .filter(({ code, label }) => code.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted))
        .slice(0, limit);
    },
    async findAttribute(code) {
      return (await attributes()).find((attribute) => attribute.code === code);
    },
  };
}
