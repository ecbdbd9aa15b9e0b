import { StatusLight, type StatusLightProps } from '@react-spectrum/s2/StatusLight';
import type { Campaign, CampaignProgress } from '../api/campaigns.ts';
import { useWords } from '../messages/use-words.ts';

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
  const { say } = useWords();
  return <StatusLight variant={stateColours[state]}>{say(`campaign.state.${state}`)}</StatusLight>;
}

export function ProgressLight({ progress }: { readonly progress: CampaignProgress }) {
  const { say } = useWords();
  return <StatusLight variant={progressColours[progress]}>{say(`campaign.progress.${progress}`)}</StatusLight>;
}
