import { useQuery } from '@tanstack/react-query';
import { campaignPreviewQuery } from '../api/campaigns.ts';
import { useWords } from '../messages/use-words.ts';
import { type CampaignDraft, isDays, storesOf } from './campaign-draft.ts';

/** What the campaign would do now, counted anew as the form changes. */
export function CampaignPreview({ draft }: { readonly draft: CampaignDraft }) {
  const { say, trouble } = useWords();
  const overDays = isDays(draft.overDays) ? draft.overDays : 0;
  const { data, error } = useQuery(campaignPreviewQuery({ stores: storesOf(draft), overDays }));
  const text = () => {
    if (error) return trouble(error);
    if (data?.authorizations === 0) return say('newCampaign.previewNobody');
    return data ? say('newCampaign.preview', { stores: data.stores, messages: data.messages }) : '';
  };
  return <span role="status">{text()}</span>;
}
