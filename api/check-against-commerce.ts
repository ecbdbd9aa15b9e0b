import { type CommerceCatalog, CommerceUnavailable } from './ports.ts';
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
  const [mistakes, ...more] = await Promise.all([commerceMistakes(catalog, settings), ...others]);
  const errors = [...mistakes, ...more.filter((mistake) => mistake !== undefined)];
  if (errors.length > 0) throw invalidBody(errors);
}

/** The same of a body that has other mistakes: whoever corrects those should not meet these afterwards. */
export async function commerceMistakesIfKnown(
  catalog: CommerceCatalog,
  sent: Readonly<Record<string, unknown>>,
): Promise<readonly FieldError[]> {
  const textOf = (name: string) => (typeof sent[name] === 'string' && sent[name] !== '' ? sent[name] : undefined);
  try {
    return await commerceMistakes(catalog, { website: textOf('website'), attributeCode: textOf('attributeCode') });
  } catch (error) {
    if (error instanceof CommerceUnavailable) return [];
    throw error;
  }
}

async function commerceMistakes(catalog: CommerceCatalog, settings: Settings): Promise<readonly FieldError[]> {
  const mistakes = await Promise.all([
    websiteMistake(catalog, settings.website),
    attributeMistake(catalog, settings.attributeCode),
  ]);
  return mistakes.filter((mistake) => mistake !== undefined);
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
