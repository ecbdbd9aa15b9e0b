import { Button } from '@react-spectrum/s2/Button';
import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { Link } from '@react-spectrum/s2/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../api/access.ts';
import { type Campaign, campaignsQuery } from '../api/campaigns.ts';
import { useWords } from '../messages/use-words.ts';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { WorkingButton } from '../parts/working-button.tsx';
import { CampaignBars } from './campaign-bars.tsx';
import { CampaignStateLight } from './campaign-state.tsx';

const NewCampaignDialog = lazy(() => import('./new-campaign-dialog.tsx'));

/** Every campaign, the newest first, and what one is for. */
export default function CampaignsPage() {
  const { say } = useWords();
  const [isAdding, setAdding] = useState(false);
  const campaigns = useInfiniteQuery(campaignsQuery);
  const items = campaigns.data?.pages.flatMap((page) => page.items) ?? [];
  const add = useMay()('addCampaign') && (
    <Button variant="accent" onPress={() => setAdding(true)}>
      {say('campaigns.add')}
    </Button>
  );
  return (
    <Page title={say('campaigns.title')} actions={items.length > 0 && add}>
      {campaigns.isPending && <Loading />}
      {!campaigns.data && campaigns.error && (
        <Trouble error={campaigns.error} onRetry={() => void campaigns.refetch()} />
      )}
      {campaigns.data && items.length === 0 && (
        <Panel title={say('campaigns.emptyTitle')}>
          <p className={style({ font: 'body', margin: 0, maxWidth: 640 })}>{say('campaigns.emptyText')}</p>
          <ol className={style({ font: 'body', margin: 0, paddingStart: 24, maxWidth: 640 })}>
            <li>{say('campaigns.emptyStep1')}</li>
            <li>{say('campaigns.emptyStep2')}</li>
            <li>{say('campaigns.emptyStep3')}</li>
          </ol>
          {add && <div>{add}</div>}
        </Panel>
      )}
      {items.map((campaign) => (
        <CampaignPanel key={campaign.id} campaign={campaign} />
      ))}
      {campaigns.hasNextPage && (
        <div>
          <WorkingButton
            variant="secondary"
            label={say('campaign.more')}
            isWorking={campaigns.isFetchingNextPage}
            onPress={() => void campaigns.fetchNextPage()}
          />
        </div>
      )}
      <Suspense fallback={null}>
        <DialogContainer onDismiss={() => setAdding(false)}>{isAdding && <NewCampaignDialog />}</DialogContainer>
      </Suspense>
    </Page>
  );
}

function CampaignPanel({ campaign }: { readonly campaign: Campaign }) {
  const { say, moment } = useWords();
  const { id, name, reason, state, startsAt, nextMessageAt, endedAt } = campaign;
  const when =
    (endedAt && say('campaign.endedAt', { date: moment(endedAt) })) ??
    (nextMessageAt && say('campaign.nextAt', { date: moment(nextMessageAt) })) ??
    say('campaign.startsAt', { date: moment(startsAt) });
  return (
    <Panel title={name} actions={<CampaignStateLight state={state} />}>
      <p className={style({ font: 'body-sm', margin: 0, overflowWrap: 'anywhere' })}>{reason}</p>
      <CampaignBars campaign={campaign} />
      <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 16, font: 'body-sm' })}>
        <Link href={`/campaigns/${id}`} aria-label={say('campaign.viewNamed', { name })}>
          {say('campaign.view')}
        </Link>
        <span className={style({ color: 'neutral-subdued' })}>{when}</span>
      </div>
    </Panel>
  );
}
