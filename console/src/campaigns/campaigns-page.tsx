import { Button } from '@react-spectrum/s2/Button';
import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { Link } from '@react-spectrum/s2/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useCan } from '../api/access.ts';
import { type Campaign, campaignsQuery } from '../api/campaigns.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { LoadMoreButton } from '../components/load-more-button.tsx';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryStatus } from '../components/query-status.tsx';
import { CampaignProgressBars } from './campaign-progress-bars.tsx';
import { CampaignStateLight } from './campaign-status-lights.tsx';

const NewCampaignDialog = lazy(() => import('./new-campaign-dialog.tsx'));

/** Every campaign, newest first; without one, what campaigns are for. */
export default function CampaignsPage() {
  const { t } = useI18n();
  const [isAdding, setAdding] = useState(false);
  const campaigns = useInfiniteQuery(campaignsQuery);
  const items = campaigns.data?.pages.flatMap((page) => page.items) ?? [];
  const add = useCan()('addCampaign') && (
    <Button variant="accent" onPress={() => setAdding(true)}>
      {t('campaigns.add')}
    </Button>
  );
  return (
    <Page title={t('nav.campaigns')} actions={items.length > 0 && add}>
      <QueryStatus query={campaigns} />
      {campaigns.data && items.length === 0 && (
        <Panel title={t('campaigns.emptyTitle')}>
          <p className={style({ font: 'body', margin: 0, maxWidth: 640 })}>{t('campaigns.emptyText')}</p>
          <ol className={style({ font: 'body', margin: 0, paddingStart: 24, maxWidth: 640 })}>
            <li>{t('campaigns.emptyStep1')}</li>
            <li>{t('campaigns.emptyStep2')}</li>
            <li>{t('campaigns.emptyStep3')}</li>
          </ol>
          {add && <div>{add}</div>}
        </Panel>
      )}
      {items.map((campaign) => (
        <CampaignPanel key={campaign.id} campaign={campaign} />
      ))}
      <LoadMoreButton label={t('campaign.more')} query={campaigns} />
      <Suspense fallback={null}>
        <DialogContainer onDismiss={() => setAdding(false)}>{isAdding && <NewCampaignDialog />}</DialogContainer>
      </Suspense>
    </Page>
  );
}

function CampaignPanel({ campaign }: { readonly campaign: Campaign }) {
  const { t, formatDateTime } = useI18n();
  const { id, name, reason, state, startsAt, nextMessageAt, endedAt } = campaign;
  const when =
    (endedAt && t('campaign.endedAt', { date: formatDateTime(endedAt) })) ??
    (nextMessageAt && t('campaign.nextAt', { date: formatDateTime(nextMessageAt) })) ??
    t('campaign.startsAt', { date: formatDateTime(startsAt) });
  return (
    <Panel title={name} actions={<CampaignStateLight state={state} />}>
      <p className={style({ font: 'body-sm', margin: 0, overflowWrap: 'anywhere' })}>{reason}</p>
      <CampaignProgressBars campaign={campaign} />
      <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 16, font: 'body-sm' })}>
        <Link href={`/campaigns/${id}`} aria-label={t('campaign.viewNamed', { name })}>
          {t('campaign.view')}
        </Link>
        <span className={style({ color: 'neutral-subdued' })}>{when}</span>
      </div>
    </Panel>
  );
}
