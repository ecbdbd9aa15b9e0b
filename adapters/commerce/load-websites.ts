import type { CommerceWebsite } from '../../domain/commerce.ts';
import type { CallCommerce } from './call-commerce.ts';
import { storeGroups, storeViews, websites } from './schemas.ts';

/** The websites a store can belong to, each with the default store view of its default group. */
export async function loadWebsites(call: CallCommerce): Promise<readonly CommerceWebsite[]> {
  const [sites, groups, views] = await Promise.all([
    call('store/websites', websites),
    call('store/storeGroups', storeGroups),
    call('store/storeViews', storeViews),
  ]);
  return sites
    .filter(({ id, code }) => id !== 0 && code !== 'admin')
    .map(({ code, name, default_group_id }) => {
      const group = groups.find(({ id }) => id === default_group_id);
      const view = views.find(({ id }) => id === group?.default_store_id);
      return { code, name, defaultStoreView: view?.code };
    });
}
