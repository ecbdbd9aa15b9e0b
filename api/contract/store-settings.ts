import { z } from 'zod';
import { countries, productIdTypes } from '../../domain/marketplaces.ts';
import { sellerId, text } from './fields.ts';

const oneOf = (label: string, values: readonly string[]) => `${label} is one of ${values.join(', ')}.`;

export const country = z.enum(countries, oneOf('The country', countries)).meta({
  id: 'Country',
  description: 'The Amazon marketplace: United States, Canada, Mexico or United Kingdom.',
});
export const productIdType = z
  .enum(productIdTypes, oneOf('The product id type', productIdTypes))
  .meta({ id: 'ProductIdType', description: 'The kind of product id that Amazon matches listings by.' });

const storeName = text('The name', 100).meta({
  description: 'Unique among stores, ignoring case.',
  examples: ['Amazon Store USA'],
});
const email = text('The e-mail address', 254)
  .regex(z.regexes.email, 'Give an e-mail address such as seller@example.com.')
  .meta({
    description: 'Receives the requests to connect and to renew.',
    format: 'email',
    examples: ['seller@example.com'],
  });
const secondEmail = text('The second e-mail address', 254)
  .regex(z.regexes.email, 'Give an e-mail address such as owner@example.com.')
  .meta({
    description: 'Also receives renewal reminders from three days before the authorization ends.',
    format: 'email',
  });
const attributeCode = text('The attribute code', 64).meta({
  description: 'Code of the Commerce product attribute that holds the product id.',
  examples: ['amazon_asin'],
});
const mappingRule = 'Give productIdType and attributeCode together, or neither.';

/** Checks the mapping even when other fields are invalid, so that one response lists every error. */
function mappingIsValid({ value, issues }: z.core.ParsePayload): boolean {
  const mapping = ['productIdType', 'attributeCode'];
  const hasIssue = issues.some(({ path }) => mapping.includes(String(path?.[0])));
  return typeof value === 'object' && value !== null && !hasIssue;
}

export const newStore = z
  .strictObject(
    {
      website: text('The website', 64).meta({
        description: 'Code of a Commerce website from `GET /v1/commerce/websites`.',
        examples: ['base'],
      }),
      email,
      secondEmail: secondEmail.optional(),
      name: storeName,
      country,
      productIdType: productIdType.optional(),
      attributeCode: attributeCode.optional(),
      sellerId: sellerId.optional().meta({
        description:
          'Connects the store with the existing authorization of this seller, without another consent. `GET /v1/authorizations` lists them.',
      }),
    },
    'A JSON object is expected.',
  )
  .refine((value) => value.attributeCode === undefined || value.productIdType !== undefined, {
    path: ['productIdType'],
    message: mappingRule,
    when: mappingIsValid,
  })
  .refine((value) => value.productIdType === undefined || value.attributeCode !== undefined, {
    path: ['attributeCode'],
    message: mappingRule,
    when: mappingIsValid,
  })
  .meta({ id: 'NewStore', description: 'A store to create.' });
export type NewStore = z.output<typeof newStore>;

export const storeChange = z
  .strictObject(
    {
      name: storeName.optional(),
      email: email.optional(),
      secondEmail: secondEmail.nullable().optional().meta({ description: 'Null removes it.' }),
      productIdType: z
        .enum(productIdTypes, oneOf('The product id type', productIdTypes))
        .nullable()
        .optional()
        .meta({
          enum: [...productIdTypes, null],
          description: 'Null removes the mapping; attributeCode must be null as well.',
        }),
      attributeCode: attributeCode.nullable().optional(),
    },
    'A JSON object is expected.',
  )
  .superRefine((value, context) => {
    const { productIdType: type, attributeCode: attribute } = value;
    if ((type === undefined) !== (attribute === undefined)) {
      const path = [type === undefined ? 'productIdType' : 'attributeCode'];
      context.addIssue({ code: 'custom', path, message: mappingRule });
    } else if ((type === null) !== (attribute === null)) {
      const path = [type === null ? 'productIdType' : 'attributeCode'];
      context.addIssue({ code: 'custom', path, message: 'Set both to null to remove the mapping.' });
    }
  })
  .meta({ id: 'StoreChange', description: 'The settings to change. Absent settings stay as they are.' });
