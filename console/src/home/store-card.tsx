import { Link } from '@react-spectrum/s2/Link';
import { LinkButton } from '@react-spectrum/s2/LinkButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';
import { NextAction } from '../actions/next-action.tsx';
import { useStoreActions } from '../actions/store-actions.tsx';
import { StoreMenu } from '../actions/store-menu.tsx';
import type { Store } from '../api/stores.ts';
import { needsSeconds, useI18n } from '../messages/use-i18n.ts';
import { DescriptionList } from '../components/description-list.tsx';
import { Flag } from '../components/flag.tsx';
import { nextStepText } from '../components/next-step-text.ts';
import { StoreStatusLine } from '../components/store-status-light.tsx';

const card = style({
  boxSizing: 'border-box',
  height: 'full',
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
  padding: 20,
  borderRadius: 'xl',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  backgroundColor: 'layer-2',
  minWidth: 0,
});

interface StoreCardProps {
  readonly store: Store;
  readonly websiteName: string;
}

/** A store at a glance: its status, what happens next, and what it needs. */
export function StoreCard({ store, websiteName }: StoreCardProps) {
  const i18n = useI18n();
  const { t, formatDateTime, formatDate } = i18n;
  const { isConnecting } = useStoreActions();
  const titleId = useId();
  const isSettled = store.status !== 'creating' && store.status !== 'deleted';
  const isWaiting = isConnecting(store.id) && store.status !== 'active';
  const next = isWaiting ? t('connect.inProgress') : nextStepText(store, i18n);
  return (
    <article aria-labelledby={titleId} className={card}>
      <div className={style({ display: 'flex', alignItems: 'start', gap: 12 })}>
        <div className={style({ paddingTop: 4 })}>
          <Flag country={store.country} />
        </div>
        <div className={style({ flexGrow: 1, minWidth: 0 })}>
          <h2 id={titleId} className={style({ font: 'title', margin: 0, overflowWrap: 'anywhere' })}>
            <Link href={`/stores/${store.id}`} variant="secondary" isQuiet>
              {store.name}
            </Link>
          </h2>
          <div className={style({ font: 'detail-sm', color: 'neutral-subdued' })}>{t(`country.${store.country}`)}</div>
        </div>
        {isSettled && <StoreMenu store={store} />}
      </div>
      <StoreStatusLine store={store} />
      {store.reason && (
        <p
          className={style({
            font: 'body-sm',
            margin: 0,
            padding: 12,
            borderRadius: 'lg',
            backgroundColor: 'notice-subtle',
            color: 'neutral',
          })}
        >
          {store.reason.text}
        </p>
      )}
      {next && <p className={style({ font: 'body-sm', margin: 0 })}>{next}</p>}
      <DescriptionList
        items={[
          [t('field.website'), websiteName],
          [t('field.expires'), store.expiresAt && formatDateTime(store.expiresAt, needsSeconds(store))],
          [t('field.created'), formatDate(store.createdAt)],
          [t('field.updated'), formatDateTime(store.updatedAt)],
        ]}
      />
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 'auto', paddingTop: 4 })}>
        <NextAction store={store} size="S" />
        {store.status !== 'creating' && (
          <LinkButton variant="secondary" size="S" href={`/stores/${store.id}`}>
            {t('action.view')}
          </LinkButton>
        )}
      </div>
    </article>
  );
}
