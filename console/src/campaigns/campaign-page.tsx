import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { type Campaign, campaignQuery } from '../api/campaigns.ts';
import { useWords } from '../messages/use-words.ts';
import { Facts } from '../parts/facts.tsx';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { AuthorizationTable } from './authorization-table.tsx';
import { CampaignActions } from './campaign-actions.tsx';
import { CampaignBars } from './campaign-bars.tsx';
import { CampaignStateLight } from './campaign-state.tsx';

/** One campaign: how far it is, what it says, whom it asks. */
export default function CampaignPage() {
  const { say } = useWords();
  const { id = '' } = useParams();
  const campaign = useQuery(campaignQuery(id));
  const { data } = campaign;
  return (
    <Page title={data?.name ?? say('campaigns.title')} actions={data && <CampaignActions campaign={data} />}>
      {campaign.isPending && <Loading />}
      {!data && campaign.error && <Trouble error={campaign.error} onRetry={() => void campaign.refetch()} />}
      {data && (
        <>
          <Panel title={say('campaign.howFar')} actions={<CampaignStateLight state={data.state} />}>
            <CampaignBars campaign={data} />
            <CampaignFacts campaign={data} />
          </Panel>
          <AuthorizationTable campaign={data} />
        </>
      )}
    </Page>
  );
}

function CampaignFacts({ campaign }: { readonly campaign: Campaign }) {
  const { say, moment, number } = useWords();
  const { reason, overDays, startsAt, endedAt, nextMessageAt, counts, stores } = campaign;
  const { sent, queued, failed } = counts.messages;
  const filter = [
    stores.country?.map((country) => say(`country.${country}`)).join(', '),
    stores.website,
    stores.status?.map((status) => say(`status.${status}`)).join(', '),
    stores.authorizedBefore && say('campaign.authorizedBefore', { date: moment(stores.authorizedBefore) }),
    stores.ids && say('campaign.chosenStores', { count: stores.ids.length }),
  ].filter(Boolean);
  return (
    <Facts
      facts={[
        [say('campaign.reason'), reason],
        [say('campaign.whichStores'), filter.length > 0 ? filter.join(' · ') : say('campaign.allStores')],
        [say('campaign.start'), moment(startsAt)],
        [say('campaign.spread'), say('campaign.overDays', { days: overDays })],
        [say('campaign.next'), nextMessageAt && moment(nextMessageAt)],
        [
          say('campaign.messages'),
          say('campaign.messageCounts', { sent: number(sent), queued: number(queued), failed: number(failed) }),
        ],
        [say('campaign.leftOut'), counts.skipped > 0 && say('campaign.skippedCount', { count: counts.skipped })],
        [say('campaign.ended'), endedAt && moment(endedAt)],
      ]}
    />
  );
}
