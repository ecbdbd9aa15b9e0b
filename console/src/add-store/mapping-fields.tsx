import { ComboBox, ComboBoxItem } from '@react-spectrum/s2/ComboBox';
import { Picker, PickerItem, Text } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { attributesQuery } from '../api/look-ups.ts';
import type { ProductIdType } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';
import { useDebounced } from './use-debounced.ts';

const productIdTypes = ['asin', 'ean', 'gcid', 'isbn', 'upc', 'general'] as const satisfies readonly ProductIdType[];
const none = 'none';

interface MappingFieldsProps {
  readonly productIdType: ProductIdType | '';
  readonly attributeCode: string;
  readonly mistakes: { readonly productIdType?: string; readonly attributeCode?: string };
  readonly onChange: (mapping: { productIdType: ProductIdType | ''; attributeCode: string }) => void;
}

/** Which id Amazon knows the products by, and the Commerce attribute that holds it. */
export function MappingFields({ productIdType, attributeCode, mistakes, onChange }: MappingFieldsProps) {
  const { say } = useWords();
  const full = style({ width: 'full' });
  return (
    <>
      <div data-field="productIdType">
        <Picker
          label={say('add.productIdType')}
          value={productIdType || none}
          onChange={(key) => {
            const chosen = productIdTypes.find((each) => each === key) ?? '';
            onChange({ productIdType: chosen, attributeCode: chosen ? attributeCode : '' });
          }}
          isInvalid={mistakes.productIdType !== undefined}
          errorMessage={mistakes.productIdType}
          styles={full}
        >
          <PickerItem id={none}>{say('add.noMapping')}</PickerItem>
          {productIdTypes.map((each) => (
            <PickerItem key={each} id={each}>
              {say(`productIdType.${each}`)}
            </PickerItem>
          ))}
        </Picker>
      </div>
      {productIdType && (
        <AttributeField
          code={attributeCode}
          mistake={mistakes.attributeCode}
          onChange={(code) => onChange({ productIdType, attributeCode: code })}
        />
      )}
    </>
  );
}

interface AttributeFieldProps {
  readonly code: string;
  readonly mistake: string | undefined;
  readonly onChange: (code: string) => void;
}

function AttributeField({ code, mistake, onChange }: AttributeFieldProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState(code);
  // Once one is chosen the field holds its code; opening the list again offers the neighbours of what is typed.
  const attributes = useQuery(attributesQuery(useDebounced(typed)));
  const error = mistake ?? (attributes.error ? say('add.attributesAway') : undefined);
  return (
    <div data-field="attributeCode">
      <ComboBox
        label={say('add.attribute')}
        description={say('add.attributeHint')}
        items={(attributes.data?.items ?? []).map((each) => ({ ...each, id: each.code }))}
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
        isInvalid={error !== undefined}
        errorMessage={error}
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
