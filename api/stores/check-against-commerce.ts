import { commerceMistakes } from '../../domain/settings-mistakes.ts';
import { type CommerceCatalog, CommerceUnavailable } from '../ports.ts';
import { type FieldError, invalidBody } from '../http/problem.ts';

/**
 * Throws 422 with every field that Commerce does not know, and with what else was found out meanwhile;
 * `CommerceUnavailable` when it cannot be asked.
 */
export async function checkAgainstCommerce(
  catalog: CommerceCatalog,
  settings: Parameters<typeof commerceMistakes>[1],
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
