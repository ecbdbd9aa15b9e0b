import { useQuery } from '@tanstack/react-query';
import { campaignPreviewQuery } from '../api/campaigns.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { type CampaignDraft, isValidOverDays, storeSelection } from './campaign-draft.ts';

/** What the campaign would send now, counted again whenever the form changes. */
export function CampaignPreview({ draft }: { readonly draft: CampaignDraft }) {
  const { t, errorMessage } = useI18n();
  const overDays = isValidOverDays(draft.overDays) ? draft.overDays : 0;
  const { data, error } = useQuery(campaignPreviewQuery({ stores: storeSelection(draft), overDays }));
  const text = () => {
    if (error) return errorMessage(error);
    if (data?.authorizations === 0) return t('newCampaign.previewEmpty');
    return data ? t('newCampaign.preview', { stores: data.stores, messages: data.messages }) : '';
  };
  return <span role="status">{text()}</span>;
}
