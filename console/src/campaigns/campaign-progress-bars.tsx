import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Campaign } from '../api/campaigns.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { ProgressBar } from '../components/progress-bar.tsx';

/** How many sellers were contacted, and how many have agreed. */
export function CampaignProgressBars({ campaign }: { readonly campaign: Campaign }) {
  const { t, formatNumber } = useI18n();
  const { authorizations, planned, consented, skipped } = campaign.counts;
  const total = authorizations - skipped;
  const bars = [
    ['contacted', total - planned, 'plain'],
    ['authorized', consented, 'good'],
  ] as const;
  if (authorizations === 0)
    return (
      <p className={style({ font: 'body-sm', margin: 0 })}>
        {t(campaign.state === 'scheduled' ? 'campaign.notFixedYet' : 'campaign.noStores')}
      </p>
    );
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}>
      {bars.map(([what, count, tone]) => (
        <ProgressBar
          key={what}
          label={t(`campaign.${what}`)}
          value={t('campaign.ofAll', { count: formatNumber(count), all: formatNumber(total) })}
          percent={total === 0 ? 0 : (100 * count) / total}
          tone={tone}
        />
      ))}
    </div>
  );
}
