import { StatusLight, type StatusLightProps } from '@react-spectrum/s2/StatusLight';
import type { Campaign, CampaignProgress } from '../api/campaigns.ts';
import { useI18n } from '../messages/use-i18n.ts';

type Colour = NonNullable<StatusLightProps['variant']>;

const stateColours: Readonly<Record<Campaign['state'], Colour>> = {
  scheduled: 'informative',
  running: 'positive',
  paused: 'notice',
  finished: 'neutral',
  cancelled: 'neutral',
};

const progressColours: Readonly<Record<CampaignProgress, Colour>> = {
  planned: 'neutral',
  waiting: 'informative',
  consented: 'positive',
  skipped: 'neutral',
};

export function CampaignStateLight({ state }: Pick<Campaign, 'state'>) {
  const { t } = useI18n();
  return <StatusLight variant={stateColours[state]}>{t(`campaign.state.${state}`)}</StatusLight>;
}

export function CampaignProgressLight({ progress }: { readonly progress: CampaignProgress }) {
  const { t } = useI18n();
  return <StatusLight variant={progressColours[progress]}>{t(`campaign.progress.${progress}`)}</StatusLight>;
}
