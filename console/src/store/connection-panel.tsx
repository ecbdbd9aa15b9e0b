import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useStoreActions } from '../actions/store-actions.tsx';
import { useAvailableActions } from '../actions/use-available-actions.ts';
import { authorizationsQuery, marketplacesQuery } from '../api/lookups.ts';
import type { Authorization, Store } from '../api/stores.ts';
import { daysUntil, needsSeconds, useI18n } from '../messages/use-i18n.ts';
import { ProgressBar } from '../components/progress-bar.tsx';
import { DescriptionList } from '../components/description-list.tsx';
import { Panel } from '../components/panel.tsx';
import { useNow } from '../components/use-now.ts';

/** The seller, what the authorization covers and until when, and the actions. */
export function ConnectionPanel({ store }: { readonly store: Store }) {
  const { t, formatDateTime } = useI18n();
  const { run } = useStoreActions();
  // Those two are next to the page's title.
  const actions = useAvailableActions(store).filter((action) => action !== 'renew' && action !== 'delete');
  const marketplace = useQuery(marketplacesQuery).data?.items.find(({ country }) => country === store.country);
  const authorization = useQuery({
    ...authorizationsQuery(store.sellerId),
    enabled: store.sellerId !== undefined,
  }).data?.items.find(({ region }) => region === marketplace?.region);
  const isConnected = store.status === 'active' || store.status === 'renewal_due';
  const withSeconds = needsSeconds(store);
  return (
    <Panel title={t('store.connection')}>
      {store.sellerId === undefined && (
        <p className={style({ font: 'body-sm', margin: 0 })}>{t('store.notConnected')}</p>
      )}
      {isConnected && store.authorizedAt && store.expiresAt && (
        <TimeRemaining
          authorizedAt={store.authorizedAt}
          expiresAt={store.expiresAt}
          isDue={store.status === 'renewal_due'}
        />
      )}
      <DescriptionList
        items={[
          [t('store.seller'), store.sellerId],
          [t('store.authorized'), store.authorizedAt && formatDateTime(store.authorizedAt, withSeconds)],
          [t('store.expires'), store.expiresAt && formatDateTime(store.expiresAt, withSeconds)],
          [t('store.region'), marketplace && t(marketplace.region === 'NA' ? 'store.regionNA' : 'store.regionEU')],
          [t('store.marketplaces'), isConnected && authorization && <Marketplaces authorization={authorization} />],
          [t('store.marketplaceId'), marketplace?.marketplaceId],
          [t('store.currency'), marketplace?.currency],
        ]}
      />
      {actions.length > 0 && (
        <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}>
          {actions.map((action) => (
            // Pressed, one becomes the other; the shared key keeps the focus.
            <Button
              key={action === 'activate' ? 'deactivate' : action}
              variant="secondary"
              size="S"
              onPress={() => run(store, action)}
            >
              {t(`action.${action}`)}
            </Button>
          ))}
        </div>
      )}
    </Panel>
  );
}

/** Where the seller can sell, with a warning where listings are suspended. */
function Marketplaces({ authorization: { marketplaces } }: { readonly authorization: Authorization }) {
  const { t } = useI18n();
  const names = marketplaces
    .filter(({ isParticipating }) => isParticipating)
    .map(({ countryCode, hasSuspendedListings }) =>
      hasSuspendedListings ? t('store.marketplaceSuspended', { country: countryCode }) : countryCode,
    );
  return names.join(', ') || t('store.marketplacesUnknown');
}

interface TimeRemainingProps {
  readonly authorizedAt: string;
  readonly expiresAt: string;
  readonly isDue: boolean;
}

/** How much of the authorization's year remains. */
function TimeRemaining({ authorizedAt, expiresAt, isDue }: TimeRemainingProps) {
  const { t } = useI18n();
  const nowMs = useNow(needsSeconds({ authorizedAt, expiresAt }) ? 1000 : undefined);
  const yearMs = Date.parse(expiresAt) - Date.parse(authorizedAt);
  const leftMs = Math.min(yearMs, Math.max(0, Date.parse(expiresAt) - nowMs));
  return (
    <ProgressBar
      label={t('store.timeRemaining')}
      percent={(100 * leftMs) / yearMs}
      value={t('field.daysLeft', { days: daysUntil(expiresAt, nowMs) })}
      tone={isDue ? 'warning' : 'good'}
    />
  );
}
