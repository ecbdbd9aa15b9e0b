import { Badge } from '@react-spectrum/s2/Badge';
import { StatusLight, type StatusLightProps } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Store, StoreStatus } from '../api/stores.ts';
import { useI18n } from '../messages/use-i18n.ts';

const colours: Readonly<Record<StoreStatus, NonNullable<StatusLightProps['variant']>>> = {
  creating: 'neutral',
  awaiting_authorization: 'informative',
  verifying: 'informative',
  active: 'positive',
  renewal_due: 'notice',
  expired: 'negative',
  disconnected: 'negative',
  deleted: 'neutral',
};

/** The status, and whether an admin has deactivated the store. */
export function StoreStatusLight({ store }: { readonly store: Pick<Store, 'status' | 'enabled' | 'sellerId'> }) {
  const { t } = useI18n();
  const isDeactivated = !store.enabled && store.sellerId !== undefined && store.status !== 'deleted';
  return (
    <span className={style({ display: 'inline-flex', alignItems: 'center', gap: 8, flexWrap: 'wrap' })}>
      <StatusLight variant={colours[store.status]}>{t(`status.${store.status}`)}</StatusLight>
      {isDeactivated && (
        <Badge size="S" variant="neutral" fillStyle="subtle">
          {t('status.deactivated')}
        </Badge>
      )}
    </span>
  );
}

/** The status, and since when. */
export function StoreStatusLine({ store }: { readonly store: Store }) {
  const { t, formatDate } = useI18n();
  return (
    <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 8 })}>
      <StoreStatusLight store={store} />
      <span className={style({ font: 'detail-sm', color: 'neutral-subdued' })}>
        {t('status.since', { date: formatDate(store.statusSince) })}
      </span>
    </div>
  );
}
