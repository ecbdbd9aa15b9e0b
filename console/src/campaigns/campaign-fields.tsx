import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { CheckboxGroup } from '@react-spectrum/s2/CheckboxGroup';
import { NumberField } from '@react-spectrum/s2/NumberField';
import { Picker, PickerItem } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextArea } from '@react-spectrum/s2/TextArea';
import { TextField } from '@react-spectrum/s2/TextField';
import { useQuery } from '@tanstack/react-query';
import { websitesQuery } from '../api/look-ups.ts';
import type { Country } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';
import type { CampaignDraft, CampaignMistakes } from './campaign-draft.ts';

const countries = ['US', 'CA', 'MX', 'GB'] as const satisfies readonly Country[];
const all = 'all';
const full = style({ width: 'full' });

interface CampaignFieldsProps {
  readonly draft: CampaignDraft;
  readonly mistakes: CampaignMistakes;
  readonly onChange: (change: Partial<CampaignDraft>) => void;
}

/** What the sellers are told, whom it concerns, and how fast. */
export function CampaignFields({ draft, mistakes, onChange }: CampaignFieldsProps) {
  const { say } = useWords();
  const websites = useQuery(websitesQuery);
  const items = [
    { id: all, name: say('campaign.allWebsites') },
    ...(websites.data?.items ?? []).map(({ code, name }) => ({ id: code, name })),
  ];
  return (
    <>
      <div data-field="name">
        <TextField
          label={say('newCampaign.name')}
          isRequired
          maxLength={100}
          autoComplete="off"
          description={say('newCampaign.nameHint')}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          isInvalid={mistakes.name !== undefined}
          errorMessage={mistakes.name}
          styles={full}
        />
      </div>
      <div data-field="reason">
        <TextArea
          label={say('campaign.reason')}
          isRequired
          maxLength={300}
          description={say('newCampaign.reasonHint')}
          value={draft.reason}
          onChange={(reason) => onChange({ reason })}
          isInvalid={mistakes.reason !== undefined}
          errorMessage={mistakes.reason}
          styles={full}
        />
      </div>
      <div data-field="stores">
        <CheckboxGroup
          label={say('newCampaign.countries')}
          description={say('newCampaign.countriesHint')}
          orientation="horizontal"
          value={[...draft.countries]}
          onChange={(chosen) => onChange({ countries: countries.filter((country) => chosen.includes(country)) })}
        >
          {countries.map((country) => (
            <Checkbox key={country} value={country}>
              {say(`country.${country}`)}
            </Checkbox>
          ))}
        </CheckboxGroup>
      </div>
      <Picker
        label={say('table.website')}
        items={items}
        loadingState={websites.isPending ? 'loading' : 'idle'}
        value={draft.website || all}
        onChange={(key) => onChange({ website: key === null || key === all ? '' : String(key) })}
        styles={full}
      >
        {(item) => <PickerItem id={item.id}>{item.name}</PickerItem>}
      </Picker>
      <div data-field="overDays">
        <NumberField
          label={say('newCampaign.overDays')}
          minValue={0}
          maxValue={60}
          step={1}
          description={say('newCampaign.overDaysHint')}
          value={draft.overDays}
          onChange={(overDays) => onChange({ overDays })}
          isInvalid={mistakes.overDays !== undefined}
          errorMessage={mistakes.overDays}
          styles={full}
        />
      </div>
      <div data-field="startsAt">
        <TextField
          type="datetime-local"
          label={say('newCampaign.startsAt')}
          description={say('newCampaign.startsAtHint')}
          value={draft.startsAt}
          onChange={(startsAt) => onChange({ startsAt })}
          isInvalid={mistakes.startsAt !== undefined}
          errorMessage={mistakes.startsAt}
          styles={full}
        />
      </div>
    </>
  );
}
