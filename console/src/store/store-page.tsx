import { Content, Heading, InlineAlert } from '@react-spectrum/s2/InlineAlert';
import { LinkButton } from '@react-spectrum/s2/LinkButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { NextAction } from '../actions/next-action.tsx';
import { StoreMenu } from '../actions/store-menu.tsx';
import { useMay } from '../api/access.ts';
import { ProblemError } from '../api/problem-error.ts';
import { type Store, storeQuery } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';
import { Flag } from '../parts/flag.tsx';
import { Loading } from '../parts/loading.tsx';
import { nextText } from '../parts/next-text.ts';
import { Page } from '../parts/page.tsx';
import { StoreStatusLight } from '../parts/store-status.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ConnectionPanel } from './connection-panel.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { TimelinePanel } from './timeline-panel.tsx';

/** The dashboard of one store. */
export default function StorePage() {
  const { id = '' } = useParams();
  const store = useQuery(storeQuery(id));
  if (store.data) return <Dashboard store={store.data} />;
  if (store.isPending) return <Loading />;
  if (store.error instanceof ProblemError && store.error.problem.status === 404) return <NoStore error={store.error} />;
  return <Trouble error={store.error} onRetry={() => void store.refetch()} />;
}

function Dashboard({ store }: { readonly store: Store }) {
  const words = useWords();
  const { say, day } = words;
  const may = useMay();
  const isSettled = store.status !== 'creating' && store.status !== 'deleted';
  const next = nextText(store, words);
  return (
    <Page
      title={store.name}
      mark={<Flag country={store.country} />}
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
        <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 8 })}>
          <StoreStatusLight store={store} />
          <span className={style({ font: 'detail-sm', color: 'neutral-subdued' })}>
            {say('status.since', { date: day(store.statusSince) })}
          </span>
        </div>
        {next && <p className={style({ font: 'body', margin: 0 })}>{next}</p>}
      </div>
      {store.reason && (
        <InlineAlert variant="notice">
          <Heading level={2}>{say('attention.label')}</Heading>
          <Content>{store.reason.text}</Content>
        </InlineAlert>
      )}
      {store.status === 'active' && (
        <InlineAlert variant="informative">
          <Heading level={2}>{say('store.listingTitle')}</Heading>
          <Content>{say('store.listingText')}</Content>
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
          <FactsPanel store={store} />
          {isSettled && may('changeStore') && <SettingsPanel key={store.id} store={store} />}
        </div>
        <TimelinePanel storeId={store.id} />
      </div>
    </Page>
  );
}

/** Also a store that was accepted and then refused: the API says why. */
function NoStore({ error }: { readonly error: ProblemError }) {
  const { say, trouble } = useWords();
  const wasRefused = error.problem.code !== 'store_not_found';
  return (
    <Page title={say(wasRefused ? 'store.refusedTitle' : 'store.goneTitle')}>
      <p className={style({ font: 'body', margin: 0 })}>{wasRefused ? trouble(error) : say('store.goneText')}</p>
      <div>
        <LinkButton variant="accent" href="/">
          {say('notFound.home')}
        </LinkButton>
      </div>
    </Page>
  );
}
