import type { Knex } from 'knex';
import { campaignStoreStatuses } from '../../../domain/campaign.ts';
import type { Country } from '../../../domain/marketplaces.ts';

/** Which stores a campaign is about. An absent field does not narrow. */
export interface CampaignStores {
  readonly country?: readonly Country[];
  readonly website?: string;
  readonly status?: readonly (typeof campaignStoreStatuses)[number][];
  /** Only authorizations given before this, ISO 8601. */
  readonly authorizedBefore?: string;
  readonly ids?: readonly string[];
}

/** The matching stores (`s`) with their authorizations (`g`). */
export function matchingStores(database: Knex, stores: CampaignStores): Knex.QueryBuilder {
  const rows = database('stores as s')
    .join('grants as g', 'g.id', 's.grant_id')
    .whereIn('s.status', stores.status ?? campaignStoreStatuses);
  if (stores.country) rows.whereIn('s.country', stores.country);
  if (stores.website !== undefined) rows.where('s.website', stores.website);
  if (stores.authorizedBefore !== undefined) rows.where('g.authorized_at', '<', new Date(stores.authorizedBefore));
  if (stores.ids) rows.whereIn('s.id', stores.ids);
  return rows;
}

/**
 * Every authorization of every campaign and its progress, as one relation `m`. The progress follows from the
 * authorizations and stores themselves, so that a renewal or deletion counts however it came about.
 */
export function campaignMembers(database: Knex): Knex.Raw {
  return database.raw(`(
    select e.*,
      case
        when e.consented_at is not null then case when e.first_message_id is null then 'skipped' else 'consented' end
        when e.is_gone or (e.first_done and e.first_message_id is null) then 'skipped'
        when e.first_message_id is not null then 'waiting'
        else 'planned'
      end as state
    from (
      select a.campaign_id, a.grant_id, g.selling_partner_id, g.region, f.after_ms,
        coalesce(a.consented_at, case when g.authorized_at > c.starts_at then g.authorized_at end) as consented_at,
        f.message_id as first_message_id, f.done_at is not null as first_done,
        r.message_id as reminder_message_id,
        not exists (
          select from campaign_stores cs join stores s on s.id = cs.store_id
          where cs.campaign_id = a.campaign_id and cs.grant_id = a.grant_id and s.status not in ('deleted', 'disconnected')
        ) as is_gone
      from campaign_authorizations a
      join campaigns c on c.id = a.campaign_id
      join grants g on g.id = a.grant_id
      join campaign_asks f on f.campaign_id = a.campaign_id and f.grant_id = a.grant_id and f.ask = 'first'
      left join campaign_asks r on r.campaign_id = a.campaign_id and r.grant_id = a.grant_id and r.ask = 'reminder'
    ) as e
  ) as m`);
}
