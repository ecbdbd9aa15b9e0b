import { Content, Heading, InlineAlert } from '@react-spectrum/s2/InlineAlert';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { NextAction } from '../actions/next-action.tsx';
import { StoreMenu } from '../actions/store-menu.tsx';
import { useCan } from '../api/access.ts';
import { hasProblemCode, ProblemError } from '../api/problem-error.ts';
import { type Store, storeQuery } from '../api/stores.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { Flag } from '../components/flag.tsx';
import { MessagePage } from '../components/message-page.tsx';
import { Loading } from '../components/loading.tsx';
import { nextStepText } from '../components/next-step-text.ts';
import { Page } from '../components/page.tsx';
import { StoreStatusLine } from '../components/store-status-light.tsx';
import { ErrorAlert } from '../components/error-alert.tsx';
import { ConnectionPanel } from './connection-panel.tsx';
import { DetailsPanel } from './details-panel.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { TimelinePanel } from './timeline-panel.tsx';

/** The page of one store. */
export default function StorePage() {
  const { id = '' } = useParams();
  const store = useQuery(storeQuery(id));
  if (store.data) return <StoreDetails store={store.data} />;
  if (store.isPending) return <Loading />;
  if (store.error instanceof ProblemError && store.error.problem.status === 404) return <NoStore error={store.error} />;
  return <ErrorAlert error={store.error} onRetry={() => void store.refetch()} />;
}

function StoreDetails({ store }: { readonly store: Store }) {
  const i18n = useI18n();
  const { t } = i18n;
  const can = useCan();
  const isSettled = store.status !== 'creating' && store.status !== 'deleted';
  const next = nextStepText(store, i18n);
  return (
    <Page
      title={store.name}
      icon={<Flag country={store.country} />}
      actions={
        isSettled && (
          <div className={style({ display: 'flex', alignItems: 'center', gap: 8 })}>
            <NextAction store={store} withRenewal />
            <StoreMenu store={store} />
          </div>
        )
      }
    >
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 8 })} role="status">
        <StoreStatusLine store={store} />
        {next && <p className={style({ font: 'body', margin: 0 })}>{next}</p>}
      </div>
      {store.reason && (
        <InlineAlert variant="notice">
          <Heading level={2}>{t('attention.label')}</Heading>
          <Content>{store.reason.text}</Content>
        </InlineAlert>
      )}
      {store.status === 'active' && (
        <InlineAlert variant="informative">
          <Heading level={2}>{t('store.listingTitle')}</Heading>
          <Content>{t('store.listingText')}</Content>
        </InlineAlert>
      )}
      <div
        className={style({
          display: 'grid',
          gridTemplateColumns: { default: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
          gap: 24,
          alignItems: 'start',
        })}
      >
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
          <ConnectionPanel store={store} />
          <DetailsPanel store={store} />
          {isSettled && can('changeStore') && <SettingsPanel key={store.id} store={store} />}
        </div>
        <TimelinePanel storeId={store.id} />
      </div>
    </Page>
  );
}

/** Also for a store that was accepted and then refused: the API knows why. */
function NoStore({ error }: { readonly error: ProblemError }) {
  const { t, errorMessage } = useI18n();
  if (hasProblemCode(error, 'store_not_found'))
    return <MessagePage title={t('store.goneTitle')} text={t('store.goneText')} />;
  return <MessagePage title={t('store.refusedTitle')} text={errorMessage(error)} />;
}
