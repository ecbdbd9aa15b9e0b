import type { CommerceCatalog } from './ports.ts';
import { type FieldError, invalidBody } from './problems.ts';

interface Settings {
  readonly website?: string;
  readonly attributeCode?: string | null;
}

/**
 * Throws 422 with every field that Commerce does not know, and with what else was found out meanwhile;
 * `CommerceUnavailable` when it cannot be asked.
 */
export async function checkAgainstCommerce(
  catalog: CommerceCatalog,
  settings: Settings,
  ...others: readonly Promise<FieldError | undefined>[]
): Promise<void> {
  const mistakes = await Promise.all([
    websiteMistake(catalog, settings.website),
    attributeMistake(catalog, settings.attributeCode),
    ...others,
  ]);
  const errors = mistakes.filter((mistake) => mistake !== undefined);
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
