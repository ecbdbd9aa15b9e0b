import { Picker, PickerItem, Text } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { useQuery } from '@tanstack/react-query';
import { marketplacesQuery, websitesQuery } from '../api/lookups.ts';
import { fewStoresQuery } from '../api/stores.ts';
import { fieldError } from '../components/use-draft.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { AuthorizationField } from './authorization-field.tsx';
import { MappingFields } from './mapping-fields.tsx';
import type { StoreErrors, StoreDraft } from './store-draft.ts';
import { useNameCheck } from './use-name-check.ts';

interface AddStoreFieldsProps {
  readonly draft: StoreDraft;
  readonly errors: StoreErrors;
  readonly onChange: (change: Partial<StoreDraft>) => void;
}

const full = style({ width: 'full' });

/** The fields of the original form. */
export function AddStoreFields({ draft, errors, onChange }: AddStoreFieldsProps) {
  const { t } = useI18n();
  const websites = useQuery(websitesQuery);
  const website = websites.data?.items.find(({ code }) => code === draft.website);
  const nameCheck = useNameCheck(draft.name);
  const websiteError = errors.website ?? (websites.error ? t('add.websitesUnavailable') : undefined);
  const nameError = nameCheck === 'taken' ? t('add.nameTaken') : errors.name;
  return (
    <>
      <div data-field="website">
        <Picker
          label={t('add.website')}
          isRequired
          items={(websites.data?.items ?? []).map((item) => ({ ...item, id: item.code }))}
          loadingState={websites.isPending ? 'loading' : 'idle'}
          value={draft.website || null}
          onChange={(key) => onChange({ website: key === null ? '' : String(key) })}
          description={
            website?.defaultStoreView
              ? t('add.websiteStore', { storeView: website.defaultStoreView })
              : t('add.websiteHint')
          }
          {...fieldError(websiteError)}
          styles={full}
        >
          {(item) => <PickerItem id={item.id}>{item.name}</PickerItem>}
        </Picker>
      </div>
      <div data-field="email">
        <TextField
          label={t('add.email')}
          isRequired
          type="email"
          inputMode="email"
          autoComplete="email"
          description={t('add.emailHint')}
          value={draft.email}
          onChange={(email) => onChange({ email })}
          {...fieldError(errors.email)}
          styles={full}
        />
      </div>
      <div data-field="name">
        <TextField
          label={t('add.name')}
          isRequired
          maxLength={100}
          autoComplete="off"
          description={nameCheck === 'free' ? t('add.nameFree') : t('add.nameHint')}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          {...fieldError(nameError)}
          styles={full}
        />
      </div>
      <CountryField draft={draft} error={errors.country} onChange={onChange} />
      <AuthorizationField
        country={draft.country}
        sellerId={draft.sellerId}
        error={errors.sellerId}
        onChange={onChange}
      />
      <MappingFields
        productIdType={draft.productIdType}
        attributeCode={draft.attributeCode}
        errors={errors}
        onChange={onChange}
      />
    </>
  );
}

interface CountryFieldProps extends Pick<AddStoreFieldsProps, 'draft' | 'onChange'> {
  readonly error: string | undefined;
}

/** Lists the stores that the website already has in each country. */
function CountryField({ draft, error, onChange }: CountryFieldProps) {
  const { t } = useI18n();
  const marketplaces = useQuery(marketplacesQuery);
  const used = useQuery({ ...fewStoresQuery({ website: draft.website }), enabled: draft.website !== '' });
  const items = (marketplaces.data?.items ?? []).map(({ country }) => {
    const names = (used.data?.items ?? []).filter((store) => store.country === country).map(({ name }) => name);
    return { id: country, names };
  });
  return (
    <div data-field="country">
      <Picker
        label={t('add.country')}
        isRequired
        items={items}
        dependencies={[used.data]}
        loadingState={marketplaces.isPending ? 'loading' : 'idle'}
        value={draft.country || null}
        // The chosen authorization may not cover the region of another country.
        onChange={(key) => onChange({ country: items.find(({ id }) => id === key)?.id ?? '', sellerId: '' })}
        description={t('add.countryHint')}
        {...fieldError(error)}
        styles={full}
      >
        {(item) => (
          <PickerItem id={item.id} textValue={t(`country.${item.id}`)}>
            <Text slot="label">{t(`country.${item.id}`)}</Text>
            {item.names.length > 0 && (
              <Text slot="description">{t('add.countryUsed', { names: item.names.slice(0, 3).join(', ') })}</Text>
            )}
          </PickerItem>
        )}
      </Picker>
    </div>
  );
}
