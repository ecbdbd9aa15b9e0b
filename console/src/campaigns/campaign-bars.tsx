import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Campaign } from '../api/campaigns.ts';
import { useWords } from '../messages/use-words.ts';
import { Bar } from '../parts/bar.tsx';

/** How many were asked, and how many have agreed. */
export function CampaignBars({ campaign }: { readonly campaign: Campaign }) {
  const { say, number } = useWords();
  const { authorizations, planned, consented, skipped } = campaign.counts;
  const toAsk = authorizations - skipped;
  const bars = [
    ['asked', toAsk - planned, 'plain'],
    ['agreed', consented, 'good'],
  ] as const;
  if (authorizations === 0)
    return (
      <p className={style({ font: 'body-sm', margin: 0 })}>
        {say(campaign.state === 'scheduled' ? 'campaign.notFixedYet' : 'campaign.nobody')}
      </p>
    );
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}>
      {bars.map(([what, count, tone]) => (
        <Bar
          key={what}
          label={say(`campaign.${what}`)}
          value={say('campaign.ofAll', { count: number(count), all: number(toAsk) })}
          percent={toAsk === 0 ? 0 : (100 * count) / toAsk}
          tone={tone}
        />
      ))}
    </div>
  );
}
