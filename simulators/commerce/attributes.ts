import { coreAttributes } from './core-attributes.ts';
import { merchantAttributes } from './merchant-attributes.ts';

/** A product attribute in the words of Commerce's catalog API. */
export interface Attribute {
  readonly attribute_id: number;
  readonly attribute_code: string;
  readonly default_frontend_label: string;
  readonly frontend_input: string;
  readonly backend_type: string;
  readonly entity_type_id: string;
  readonly scope: string;
  readonly is_visible: boolean;
  readonly is_required: boolean;
  readonly is_user_defined: boolean;
  readonly is_unique: string;
  readonly options: readonly object[];
}

const firstAttributeId = 73;
const required = new Set(['name', 'sku', 'price']);
const hidden = new Set(['old_id', 'minimal_price', 'required_options', 'has_options', 'url_path', 'links_exist']);
const backendTypes = new Map([
  ['boolean', 'int'],
  ['select', 'int'],
  ['price', 'decimal'],
  ['weight', 'decimal'],
  ['date', 'datetime'],
  ['textarea', 'text'],
]);

export const attributes: readonly Attribute[] = [...read(coreAttributes, false), ...read(merchantAttributes, true)].map(
  (attribute, index) => ({ attribute_id: firstAttributeId + index, ...attribute }),
);

function read(lines: string, isUserDefined: boolean): Omit<Attribute, 'attribute_id'>[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', label = '', input = ''] = line.split('|');
      return {
        attribute_code: code,
        default_frontend_label: label,
        frontend_input: input,
        backend_type: backendTypes.get(input) ?? 'varchar',
        entity_type_id: '4',
        scope: input === 'price' ? 'website' : 'global',
        is_visible: !hidden.has(code),
        is_required: required.has(code),
        is_user_defined: isUserDefined,
        is_unique: code === 'sku' ? '1' : '0',
        options: [],
      };
    });
}
