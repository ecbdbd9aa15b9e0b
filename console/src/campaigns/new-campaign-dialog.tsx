import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Footer, Heading } from '@react-spectrum/s2/Dialog';
import { Form } from '@react-spectrum/s2/Form';
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { AttemptKey } from '../add-store/attempt-key.ts';
import { addCampaign, campaignQuery, type NewCampaign } from '../api/campaigns.ts';
import { mistakesByField } from '../api/problem-error.ts';
import { useWords } from '../messages/use-words.ts';
import { Trouble } from '../parts/trouble.tsx';
import { WorkingButton } from '../parts/working-button.tsx';
import {
  type CampaignDraft,
  type CampaignMistakes,
  draftMistakes,
  emptyDraft,
  toNewCampaign,
} from './campaign-draft.ts';
import { CampaignFields } from './campaign-fields.tsx';
import { CampaignPreview } from './campaign-preview.tsx';

/** The form of a new campaign, with what it would do. Whatever goes wrong, what was typed stays. */
export default function NewCampaignDialog() {
  const { say } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(emptyDraft);
  const [mistakes, setMistakes] = useState<CampaignMistakes>({});
  const attemptKey = useRef(new AttemptKey());
  const addition = useMutation({
    mutationFn: (campaign: NewCampaign) => addCampaign(campaign, attemptKey.current.for(campaign)),
  });
  const change = (changed: Partial<CampaignDraft>) => {
    setDraft((old) => ({ ...old, ...changed }));
    setMistakes((old) => Object.fromEntries(Object.entries(old).filter(([field]) => !(field in changed))));
  };
  const submit = () => {
    if (addition.isPending) return;
    const found = draftMistakes(draft, say);
    setMistakes(found);
    if (Object.keys(found).length > 0) return;
    addition.mutate(toNewCampaign(draft), {
      onSuccess(added) {
        queries.setQueryData(campaignQuery(added.id).queryKey, added);
        void queries.invalidateQueries({ queryKey: ['campaigns'] });
        ToastQueue.positive(say('newCampaign.done', { name: added.name }), { timeout: 6000 });
        void navigate(`/campaigns/${added.id}`);
      },
      onError: (error) => setMistakes(mistakesByField(error)),
    });
  };
  const isToldBesideFields = Object.keys(mistakes).length > 0;
  return (
    <Dialog size="L">
      {({ close }) => (
        <>
          <Heading slot="title">{say('newCampaign.title')}</Heading>
          <Content>
            <Form
              validationBehavior="aria"
              onSubmit={(event) => {
                event.preventDefault();
                submit();
              }}
            >
              {addition.error && !isToldBesideFields && (
                <Trouble error={addition.error} title={say('newCampaign.failed')} />
              )}
              <CampaignFields draft={draft} mistakes={mistakes} onChange={change} />
              <button type="submit" hidden aria-hidden="true" />
            </Form>
          </Content>
          <Footer>
            <CampaignPreview draft={draft} />
          </Footer>
          <ButtonGroup>
            <Button variant="secondary" onPress={close}>
              {say('action.cancel')}
            </Button>
            <WorkingButton
              variant="accent"
              label={say('newCampaign.submit')}
              isWorking={addition.isPending}
              onPress={submit}
            />
          </ButtonGroup>
        </>
      )}
    </Dialog>
  );
}
