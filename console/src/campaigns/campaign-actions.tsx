import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../api/access.ts';
import { type Campaign, campaignQuery, type CampaignCommand, isOver, runCampaignCommand } from '../api/campaigns.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { WorkingButton } from '../components/working-button.tsx';

const noticeMs = 6000;

/** Pausing and ending need confirmation, because sellers notice them. */
export function CampaignActions({ campaign }: { readonly campaign: Campaign }) {
  const { t, errorMessage } = useI18n();
  const can = useCan();
  const queries = useQueryClient();
  const [confirming, setConfirming] = useState<'pause' | 'cancel'>();
  const command = useMutation({
    mutationFn: (name: CampaignCommand) => runCampaignCommand(campaign.id, name),
    onSuccess(changed, name) {
      queries.setQueryData(campaignQuery(campaign.id).queryKey, changed);
      void queries.invalidateQueries({ queryKey: ['campaigns'] });
      void queries.invalidateQueries({ queryKey: ['campaign', campaign.id, 'authorizations'] });
      ToastQueue.positive(t(`campaign.done.${name}`, { name: campaign.name }), { timeout: noticeMs });
    },
    onError: (error) => ToastQueue.negative(errorMessage(error)),
  });
  if (isOver(campaign)) return null;
  return (
    <>
      <ButtonGroup>
        {campaign.state === 'paused' && can('resumeCampaign') && (
          <WorkingButton
            variant="accent"
            label={t('campaign.resume')}
            isWorking={command.isPending}
            onPress={() => command.mutate('resume')}
          />
        )}
        {campaign.state !== 'paused' && can('pauseCampaign') && (
          <WorkingButton
            variant="secondary"
            label={t('campaign.pause')}
            isWorking={command.isPending}
            onPress={() => setConfirming('pause')}
          />
        )}
        {can('cancelCampaign') && (
          <WorkingButton
            variant="negative"
            fillStyle="outline"
            label={t('campaign.cancel')}
            isWorking={command.isPending}
            onPress={() => setConfirming('cancel')}
          />
        )}
      </ButtonGroup>
      <DialogContainer onDismiss={() => setConfirming(undefined)}>
        {confirming && (
          <AlertDialog
            title={t(`campaign.${confirming}Title`, { name: campaign.name })}
            variant={confirming === 'cancel' ? 'destructive' : 'confirmation'}
            primaryActionLabel={t(`campaign.${confirming}`)}
            cancelLabel={t('campaign.keep')}
            onPrimaryAction={() => command.mutate(confirming)}
          >
            {t(`campaign.${confirming}Text`)}
          </AlertDialog>
        )}
      </DialogContainer>
    </>
  );
}
