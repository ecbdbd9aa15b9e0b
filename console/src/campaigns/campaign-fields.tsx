import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { CheckboxGroup } from '@react-spectrum/s2/CheckboxGroup';
import { NumberField } from '@react-spectrum/s2/NumberField';
import { Picker, PickerItem } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextArea } from '@react-spectrum/s2/TextArea';
import { TextField } from '@react-spectrum/s2/TextField';
import { useQuery } from '@tanstack/react-query';
import { countries } from '../api/stores.ts';
import { websitesQuery } from '../api/lookups.ts';
import { type FieldErrors, fieldError } from '../components/use-draft.ts';
import { useI18n } from '../messages/use-i18n.ts';
import type { CampaignDraft } from './campaign-draft.ts';

const all = 'all';
const full = style({ width: 'full' });

interface CampaignFieldsProps {
  readonly draft: CampaignDraft;
  readonly errors: FieldErrors<keyof CampaignDraft>;
  readonly onChange: (change: Partial<CampaignDraft>) => void;
}

/** What the sellers read, which stores are included, and how fast the messages go out. */
export function CampaignFields({ draft, errors, onChange }: CampaignFieldsProps) {
  const { t } = useI18n();
  const websites = useQuery(websitesQuery);
  const items = [
    { id: all, name: t('campaign.allWebsites') },
    ...(websites.data?.items ?? []).map(({ code, name }) => ({ id: code, name })),
  ];
  return (
    <>
      <div data-field="name">
        <TextField
          label={t('newCampaign.name')}
          isRequired
          maxLength={100}
          autoComplete="off"
          description={t('newCampaign.nameHint')}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          {...fieldError(errors.name)}
          styles={full}
        />
      </div>
      <div data-field="reason">
        <TextArea
          label={t('campaign.reason')}
          isRequired
          maxLength={300}
          description={t('newCampaign.reasonHint')}
          value={draft.reason}
          onChange={(reason) => onChange({ reason })}
          {...fieldError(errors.reason)}
          styles={full}
        />
      </div>
      <div data-field="stores">
        <CheckboxGroup
          label={t('newCampaign.countries')}
          description={t('newCampaign.countriesHint')}
          orientation="horizontal"
          value={[...draft.countries]}
          onChange={(chosen) => onChange({ countries: countries.filter((country) => chosen.includes(country)) })}
        >
          {countries.map((country) => (
            <Checkbox key={country} value={country}>
              {t(`country.${country}`)}
            </Checkbox>
          ))}
        </CheckboxGroup>
      </div>
      <Picker
        label={t('field.website')}
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
          label={t('newCampaign.overDays')}
          minValue={0}
          maxValue={60}
          step={1}
          description={t('newCampaign.overDaysHint')}
          value={draft.overDays}
          onChange={(overDays) => onChange({ overDays })}
          {...fieldError(errors.overDays)}
          styles={full}
        />
      </div>
      <div data-field="startsAt">
        <TextField
          type="datetime-local"
          label={t('newCampaign.startsAt')}
          description={t('newCampaign.startsAtHint')}
          value={draft.startsAt}
          onChange={(startsAt) => onChange({ startsAt })}
          {...fieldError(errors.startsAt)}
          styles={full}
        />
      </div>
    </>
  );
}
