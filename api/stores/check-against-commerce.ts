import { validateAgainstCommerce } from '../../domain/store-settings-validation.ts';
import { type CommerceCatalog, CommerceUnavailable } from '../ports.ts';
import type { FieldError } from '../../domain/field-error.ts';
import { invalidBody } from '../http/problem.ts';

/**
 * Throws 422 with every field that Commerce does not know, and with what else was found out meanwhile;
 * `CommerceUnavailable` when it cannot be asked.
 */
export async function checkAgainstCommerce(
  catalog: CommerceCatalog,
  settings: Parameters<typeof validateAgainstCommerce>[1],
  ...others: readonly Promise<FieldError | undefined>[]
): Promise<void> {
  const [mistakes, ...more] = await Promise.all([validateAgainstCommerce(catalog, settings), ...others]);
  const errors = [...mistakes, ...more.filter((mistake) => mistake !== undefined)];
  if (errors.length > 0) throw invalidBody(errors);
}

/** The same of a body that has other mistakes: whoever corrects those should not meet these afterwards. */
export async function commerceErrorsIfAvailable(
  catalog: CommerceCatalog,
  sent: Readonly<Record<string, unknown>>,
): Promise<readonly FieldError[]> {
  const textOf = (name: string) => (typeof sent[name] === 'string' && sent[name] !== '' ? sent[name] : undefined);
  try {
    return await validateAgainstCommerce(catalog, {
      website: textOf('website'),
      attributeCode: textOf('attributeCode'),
    });
  } catch (error) {
    if (error instanceof CommerceUnavailable) return [];
    throw error;
  }
}
