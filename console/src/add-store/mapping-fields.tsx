import { ComboBox, ComboBoxItem } from '@react-spectrum/s2/ComboBox';
import { Picker, PickerItem, Text } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { attributesQuery } from '../api/lookups.ts';
import type { ProductIdType } from '../api/stores.ts';
import { valuesOf } from '../api/values-of.ts';
import { type FieldErrors, fieldError } from '../components/use-draft.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { useDebounced } from './use-debounced.ts';

const productIdTypes = valuesOf<ProductIdType>({
  asin: true,
  ean: true,
  gcid: true,
  isbn: true,
  upc: true,
  general: true,
});
const none = 'none';

interface MappingFieldsProps {
  readonly productIdType: ProductIdType | '';
  readonly attributeCode: string;
  readonly errors: FieldErrors<'productIdType' | 'attributeCode'>;
  readonly onChange: (mapping: { productIdType: ProductIdType | ''; attributeCode: string }) => void;
}

/** The kind of product ID, and the Commerce attribute that holds it. */
export function MappingFields({ productIdType, attributeCode, errors, onChange }: MappingFieldsProps) {
  const { t } = useI18n();
  const full = style({ width: 'full' });
  return (
    <>
      <div data-field="productIdType">
        <Picker
          label={t('add.productIdType')}
          value={productIdType || none}
          onChange={(key) => {
            const chosen = productIdTypes.find((type) => type === key) ?? '';
            onChange({ productIdType: chosen, attributeCode: chosen ? attributeCode : '' });
          }}
          {...fieldError(errors.productIdType)}
          styles={full}
        >
          <PickerItem id={none}>{t('add.noMapping')}</PickerItem>
          {productIdTypes.map((type) => (
            <PickerItem key={type} id={type}>
              {t(`productIdType.${type}`)}
            </PickerItem>
          ))}
        </Picker>
      </div>
      {productIdType && (
        <AttributeField
          code={attributeCode}
          error={errors.attributeCode}
          onChange={(code) => onChange({ productIdType, attributeCode: code })}
        />
      )}
    </>
  );
}

interface AttributeFieldProps {
  readonly code: string;
  readonly error: string | undefined;
  readonly onChange: (code: string) => void;
}

function AttributeField({ code, error, onChange }: AttributeFieldProps) {
  const { t } = useI18n();
  const [typed, setTyped] = useState(code);
  // The field holds the code of the chosen attribute, so opening the list again offers similar codes.
  const attributes = useQuery(attributesQuery(useDebounced(typed)));
  const shownError = error ?? (attributes.error ? t('add.attributesUnavailable') : undefined);
  return (
    <div data-field="attributeCode">
      <ComboBox
        label={t('add.attribute')}
        description={t('add.attributeHint')}
        items={(attributes.data?.items ?? []).map((item) => ({ ...item, id: item.code }))}
        inputValue={typed}
        onInputChange={setTyped}
        selectedKey={code || null}
        onSelectionChange={(key) => {
          const chosen = key === null ? '' : String(key);
          onChange(chosen);
          if (chosen) setTyped(chosen);
        }}
        loadingState={attributes.isFetching ? 'filtering' : 'idle'}
        menuTrigger="focus"
        {...fieldError(shownError)}
        styles={style({ width: 'full' })}
      >
        {(item) => (
          <ComboBoxItem id={item.id} textValue={item.code}>
            <Text slot="label">{item.label || item.code}</Text>
            <Text slot="description">{item.code}</Text>
          </ComboBoxItem>
        )}
      </ComboBox>
    </div>
  );
}
