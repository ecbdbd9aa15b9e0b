import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { type Campaign, campaignQuery } from '../api/campaigns.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { DescriptionList } from '../components/description-list.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryStatus } from '../components/query-status.tsx';
import { AuthorizationTable } from './authorization-table.tsx';
import { CampaignActions } from './campaign-actions.tsx';
import { CampaignProgressBars } from './campaign-progress-bars.tsx';
import { CampaignStateLight } from './campaign-status-lights.tsx';

/** One campaign: its progress, settings and sellers. */
export default function CampaignPage() {
  const { t } = useI18n();
  const { id = '' } = useParams();
  const campaign = useQuery(campaignQuery(id));
  const { data } = campaign;
  return (
    <Page title={data?.name ?? t('nav.campaigns')} actions={data && <CampaignActions campaign={data} />}>
      <QueryStatus query={campaign} />
      {data && (
        <>
          <Panel title={t('campaign.progressTitle')} actions={<CampaignStateLight state={data.state} />}>
            <CampaignProgressBars campaign={data} />
            <CampaignDetails campaign={data} />
          </Panel>
          <AuthorizationTable campaign={data} />
        </>
      )}
    </Page>
  );
}

function CampaignDetails({ campaign }: { readonly campaign: Campaign }) {
  const { t, formatDateTime, formatNumber } = useI18n();
  const { reason, overDays, startsAt, endedAt, nextMessageAt, counts, stores } = campaign;
  const { sent, queued, failed } = counts.messages;
  const filter = [
    stores.country?.map((country) => t(`country.${country}`)).join(', '),
    stores.website,
    stores.status?.map((status) => t(`status.${status}`)).join(', '),
    stores.authorizedBefore && t('campaign.authorizedBefore', { date: formatDateTime(stores.authorizedBefore) }),
    stores.ids && t('campaign.chosenStores', { count: stores.ids.length }),
  ].filter(Boolean);
  return (
    <DescriptionList
      items={[
        [t('campaign.reason'), reason],
        [t('campaign.whichStores'), filter.length > 0 ? filter.join(' · ') : t('campaign.allStores')],
        [t('campaign.start'), formatDateTime(startsAt)],
        [t('campaign.spread'), t('campaign.overDays', { days: overDays })],
        [t('campaign.next'), nextMessageAt && formatDateTime(nextMessageAt)],
        [
          t('campaign.messages'),
          t('campaign.messageCounts', {
            sent: formatNumber(sent),
            queued: formatNumber(queued),
            failed: formatNumber(failed),
          }),
        ],
        [t('campaign.leftOut'), counts.skipped > 0 && t('campaign.skippedCount', { count: counts.skipped })],
        [t('campaign.ended'), endedAt && formatDateTime(endedAt)],
      ]}
    />
  );
}
