import { Link } from '@react-spectrum/s2/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Campaign,
  type CampaignAuthorization,
  campaignAuthorizationsQuery,
  campaignProgresses,
  type CampaignProgress,
  isOver,
} from '../api/campaigns.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { ChoiceMenu } from '../components/choice-menu.tsx';
import { Flag } from '../components/flag.tsx';
import { LoadMoreButton } from '../components/load-more-button.tsx';
import { QueryStatus } from '../components/query-status.tsx';
import { cell, frame, headCell, table } from '../components/table-styles.ts';
import { CampaignProgressLight } from './campaign-status-lights.tsx';

const columns = [
  'campaign.column.stores',
  'campaign.column.seller',
  'campaign.column.state',
  'campaign.contacted',
  'campaign.authorized',
] as const;

/** The sellers of the campaign, in the order in which they are contacted. */
export function AuthorizationTable({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useI18n();
  const [filter, setFilter] = useState<CampaignProgress | 'all'>('all');
  const progress = filter === 'all' ? undefined : filter;
  const list = useInfiniteQuery(campaignAuthorizationsQuery(campaign.id, progress, !isOver(campaign)));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const { counts } = campaign;
  return (
    <section
      aria-label={t('campaign.sellers')}
      className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}
    >
      <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 16 })}>
        <h2 className={style({ font: 'title-lg', margin: 0, flexGrow: 1 })}>{t('campaign.sellers')}</h2>
        <ChoiceMenu
          label={t('campaign.show')}
          choices={[
            { id: 'all', name: t('home.all'), count: counts.authorizations },
            ...campaignProgresses.map((id) => ({ id, name: t(`campaign.progress.${id}`), count: counts[id] })),
          ]}
          value={filter}
          onChange={setFilter}
        />
      </div>
      <QueryStatus query={list} />
      {list.data && items.length === 0 && (
        <p className={style({ font: 'body', margin: 0 })}>{t('campaign.noSellers')}</p>
      )}
      {items.length > 0 && (
        <div className={frame}>
          <table aria-label={t('campaign.sellers')} className={table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col" className={headCell}>
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((authorization) => (
                <Row key={authorization.id} authorization={authorization} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <LoadMoreButton label={t('campaign.more')} query={list} />
    </section>
  );
}

const detail = style({ font: 'detail-sm', color: 'neutral-subdued', display: 'block' });

function Row({ authorization }: { readonly authorization: CampaignAuthorization }) {
  const { t, formatDateTime } = useI18n();
  const { stores, sellerId, state, reason, askedAt, remindedAt, consentedAt, message } = authorization;
  return (
    <tr>
      <th scope="row" className={cell}>
        {stores.map((store) => (
          <span key={store.id} className={style({ display: 'flex', alignItems: 'center', gap: 8 })}>
            <Flag country={store.country} />
            <Link href={`/stores/${store.id}`} variant="secondary">
              {store.name}
            </Link>
            {(store.status === 'deleted' || store.status === 'disconnected') && (
              <span className={style({ font: 'detail-sm', color: 'neutral-subdued' })}>
                {t('campaign.storeSkipped', { status: t(`status.${store.status}`) })}
              </span>
            )}
          </span>
        ))}
      </th>
      <td className={cell}>{sellerId}</td>
      <td className={cell}>
        <CampaignProgressLight progress={state} />
        {reason && <span className={detail}>{reason.text}</span>}
        {message === 'failed' && state === 'waiting' && <span className={detail}>{t('campaign.messageFailed')}</span>}
      </td>
      <td className={cell}>
        {askedAt && formatDateTime(askedAt)}
        {remindedAt && <span className={detail}>{t('campaign.reminded', { date: formatDateTime(remindedAt) })}</span>}
      </td>
      <td className={cell}>{consentedAt && formatDateTime(consentedAt)}</td>
    </tr>
  );
}
