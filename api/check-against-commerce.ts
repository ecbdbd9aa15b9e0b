import type { CommerceCatalog } from './ports.ts';
import { type FieldError, invalidBody } from './problems.ts';

interface Settings {
  readonly website?: string;
  readonly attributeCode?: string | null;
  readonly sellerId?: string;
}

/** Throws 422 with every field that Commerce does not know; `CommerceUnavailable` when it cannot be asked. */
export async function checkAgainstCommerce(catalog: CommerceCatalog, settings: Settings): Promise<void> {
  const mistakes = await Promise.all([
    websiteMistake(catalog, settings.website),
    attributeMistake(catalog, settings.attributeCode),
  ]);
  const errors = [...mistakes, sellerMistake(settings.sellerId)].filter((mistake) => mistake !== undefined);
  if (errors.length > 0) throw invalidBody(errors);
}

async function websiteMistake(catalog: CommerceCatalog, code: string | undefined): Promise<FieldError | undefined> {
  if (code === undefined) return undefined;
  const known = (await catalog.listWebsites()).map((website) => website.code);
  if (known.includes(code)) return undefined;
  const some = known.slice(0, 20).join(', ');
  return { pointer: '/website', detail: `Commerce has no website with this code. It has: ${some}.` };
}

async function attributeMistake(
  catalog: CommerceCatalog,
  code: string | null | undefined,
): Promise<FieldError | undefined> {
  if (code === undefined || code === null || (await catalog.findAttribute(code))) return undefined;
  const detail = 'Commerce has no product attribute with this code. Look one up with GET /v1/commerce/attributes?q=….';
  return { pointer: '/attributeCode', detail };
}

function sellerMistake(sellerId: string | undefined): FieldError | undefined {
  if (sellerId === undefined) return undefined;
  const detail =
    'Using an existing authorization is not available yet. Leave sellerId out: the seller agrees once more.';
  return { pointer: '/sellerId', detail };
}
