import { type CommerceCatalog, CommerceUnavailable } from '../../domain/commerce.ts';
import type { FieldError } from '../../domain/field-error.ts';
import { validateAgainstCommerce } from '../../domain/store-settings-validation.ts';
import { invalidBody } from '../http/problem.ts';

/**
 * `otherChecks` run at the same time, so that one answer names every error.
 * @throws {Problem} 422
 * @throws {CommerceUnavailable}
 */
export async function checkAgainstCommerce(
  catalog: CommerceCatalog,
  settings: Parameters<typeof validateAgainstCommerce>[1],
  ...otherChecks: readonly Promise<FieldError | undefined>[]
): Promise<void> {
  const [commerceErrors, ...otherErrors] = await Promise.all([
    validateAgainstCommerce(catalog, settings),
    ...otherChecks,
  ]);
  const errors = [...commerceErrors, ...otherErrors.filter((error) => error !== undefined)];
  if (errors.length > 0) throw invalidBody(errors);
}

/** The same check of a body that is invalid already; none when Commerce is unavailable. */
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
