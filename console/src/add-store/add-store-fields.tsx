import { Picker, PickerItem, Text } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { useQuery } from '@tanstack/react-query';
import { marketplacesQuery, websitesQuery } from '../api/look-ups.ts';
import { fewStoresQuery } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';
import { AuthorizationField } from './authorization-field.tsx';
import { MappingFields } from './mapping-fields.tsx';
import type { DraftMistakes, StoreDraft } from './store-draft.ts';
import { useNameCheck } from './use-name-check.ts';

interface AddStoreFieldsProps {
  readonly draft: StoreDraft;
  readonly mistakes: DraftMistakes;
  readonly onChange: (change: Partial<StoreDraft>) => void;
}

const full = style({ width: 'full' });

/** The fields of the original form, each with its mistake beside it. */
export function AddStoreFields({ draft, mistakes, onChange }: AddStoreFieldsProps) {
  const { say } = useWords();
  const websites = useQuery(websitesQuery);
  const website = websites.data?.items.find(({ code }) => code === draft.website);
  const nameCheck = useNameCheck(draft.name);
  const websiteMistake = mistakes.website ?? (websites.error ? say('add.websitesAway') : undefined);
  const nameMistake = nameCheck === 'taken' ? say('add.nameTaken') : mistakes.name;
  return (
    <>
      <div data-field="website">
        <Picker
          label={say('add.website')}
          isRequired
          items={(websites.data?.items ?? []).map((each) => ({ ...each, id: each.code }))}
          loadingState={websites.isPending ? 'loading' : 'idle'}
          value={draft.website || null}
          onChange={(key) => onChange({ website: key === null ? '' : String(key) })}
          description={
            website?.defaultStoreView
              ? say('add.websiteStore', { storeView: website.defaultStoreView })
              : say('add.websiteHint')
          }
          isInvalid={websiteMistake !== undefined}
          errorMessage={websiteMistake}
          styles={full}
        >
          {(item) => <PickerItem id={item.id}>{item.name}</PickerItem>}
        </Picker>
      </div>
      <div data-field="email">
        <TextField
          label={say('add.email')}
          isRequired
          type="email"
          inputMode="email"
          autoComplete="email"
          description={say('add.emailHint')}
          value={draft.email}
          onChange={(email) => onChange({ email })}
          isInvalid={mistakes.email !== undefined}
          errorMessage={mistakes.email}
          styles={full}
        />
      </div>
      <div data-field="name">
        <TextField
          label={say('add.name')}
          isRequired
          maxLength={100}
          autoComplete="off"
          description={nameCheck === 'free' ? say('add.nameFree') : say('add.nameHint')}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          isInvalid={nameMistake !== undefined}
          errorMessage={nameMistake}
          styles={full}
        />
      </div>
      <CountryField draft={draft} mistake={mistakes.country} onChange={onChange} />
      <AuthorizationField
        country={draft.country}
        sellerId={draft.sellerId}
        mistake={mistakes.sellerId}
        onChange={onChange}
      />
      <MappingFields
        productIdType={draft.productIdType}
        attributeCode={draft.attributeCode}
        mistakes={mistakes}
        onChange={onChange}
      />
    </>
  );
}

interface CountryFieldProps extends Pick<AddStoreFieldsProps, 'draft' | 'onChange'> {
  readonly mistake: string | undefined;
}

/** Says which countries the website sells in already. */
function CountryField({ draft, mistake, onChange }: CountryFieldProps) {
  const { say } = useWords();
  const marketplaces = useQuery(marketplacesQuery);
  const used = useQuery({ ...fewStoresQuery({ website: draft.website }), enabled: draft.website !== '' });
  const items = (marketplaces.data?.items ?? []).map(({ country }) => {
    const names = (used.data?.items ?? []).filter((store) => store.country === country).map(({ name }) => name);
    return { id: country, names };
  });
  return (
    <div data-field="country">
      <Picker
        label={say('add.country')}
        isRequired
        items={items}
        dependencies={[used.data]}
        loadingState={marketplaces.isPending ? 'loading' : 'idle'}
        value={draft.country || null}
        // Another country may lie in a region that the chosen authorization does not cover.
        onChange={(key) => onChange({ country: items.find(({ id }) => id === key)?.id ?? '', sellerId: '' })}
        description={say('add.countryHint')}
        isInvalid={mistake !== undefined}
        errorMessage={mistake}
        styles={full}
      >
        {(item) => (
          <PickerItem id={item.id} textValue={say(`country.${item.id}`)}>
            <Text slot="label">{say(`country.${item.id}`)}</Text>
            {item.names.length > 0 && (
              <Text slot="description">{say('add.countryUsed', { names: item.names.slice(0, 3).join(', ') })}</Text>
            )}
          </PickerItem>
        )}
      </Picker>
    </div>
  );
}
