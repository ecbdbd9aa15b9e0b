import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../api/access.ts';
import { type Campaign, campaignQuery, type CampaignOrder, isOver, orderCampaign } from '../api/campaigns.ts';
import { useWords } from '../messages/use-words.ts';
import { WorkingButton } from '../parts/working-button.tsx';

const noticeMs = 6000;

/** Pausing and ending are asked for twice, since sellers notice; going on is not. */
export function CampaignActions({ campaign }: { readonly campaign: Campaign }) {
  const { say, trouble } = useWords();
  const may = useMay();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<'pause' | 'cancel'>();
  const order = useMutation({
    mutationFn: (what: CampaignOrder) => orderCampaign(campaign.id, what),
    onSuccess(changed, what) {
      queries.setQueryData(campaignQuery(campaign.id).queryKey, changed);
      void queries.invalidateQueries({ queryKey: ['campaigns'] });
      void queries.invalidateQueries({ queryKey: ['campaign', campaign.id, 'authorizations'] });
      ToastQueue.positive(say(`campaign.done.${what}`, { name: campaign.name }), { timeout: noticeMs });
    },
    onError: (error) => ToastQueue.negative(trouble(error)),
  });
  if (isOver(campaign)) return null;
  return (
    <>
      <ButtonGroup>
        {campaign.state === 'paused' && may('resumeCampaign') && (
          <WorkingButton
            variant="accent"
            label={say('campaign.resume')}
            isWorking={order.isPending}
            onPress={() => order.mutate('resume')}
          />
        )}
        {campaign.state !== 'paused' && may('pauseCampaign') && (
          <WorkingButton
            variant="secondary"
            label={say('campaign.pause')}
            isWorking={order.isPending}
            onPress={() => setAsked('pause')}
          />
        )}
        {may('cancelCampaign') && (
          <WorkingButton
            variant="negative"
            fillStyle="outline"
            label={say('campaign.cancel')}
            isWorking={order.isPending}
            onPress={() => setAsked('cancel')}
          />
        )}
      </ButtonGroup>
      <DialogContainer onDismiss={() => setAsked(undefined)}>
        {asked && (
          <AlertDialog
            title={say(`campaign.${asked}Title`, { name: campaign.name })}
            variant={asked === 'cancel' ? 'destructive' : 'confirmation'}
            primaryActionLabel={say(`campaign.${asked}`)}
            cancelLabel={say('campaign.keep')}
            onPrimaryAction={() => order.mutate(asked)}
          >
            {say(`campaign.${asked}Text`)}
          </AlertDialog>
        )}
      </DialogContainer>
    </>
  );
}
