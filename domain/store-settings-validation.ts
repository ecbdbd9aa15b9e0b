/** Checks of a store's settings against Commerce and against the authorizations of sellers. */
import type { CommerceCatalog } from './commerce.ts';
import type { FieldError } from './field-error.ts';
import { type Country, marketplaces, type Region } from './marketplaces.ts';
import { periodFrom } from './renewal-schedule.ts';

export type CommerceLookup = Pick<CommerceCatalog, 'listWebsites' | 'findAttribute'>;

export interface AuthorizationLookup {
  /** Those in force. */
  listAuthorizations(sellerId: string): Promise<readonly { readonly region: Region }[]>;
}

/** Errors of the fields that refer to something in Commerce. Throws what `commerce` throws. */
export async function validateAgainstCommerce(
  commerce: CommerceLookup,
  { website, attributeCode }: { readonly website?: string; readonly attributeCode?: string | null },
): Promise<readonly FieldError[]> {
  const errors = await Promise.all([validateWebsite(commerce, website), validateAttribute(commerce, attributeCode)]);
  return errors.filter((error) => error !== undefined);
}

async function validateWebsite(commerce: CommerceLookup, code: string | undefined): Promise<FieldError | undefined> {
  if (code === undefined) return undefined;
  const codes = (await commerce.listWebsites()).map((website) => website.code);
  if (codes.includes(code)) return undefined;
  const examples = codes.slice(0, 20).join(', ');
  return { pointer: '/website', detail: `Commerce has no website with this code. It has: ${examples}.` };
}

async function validateAttribute(
  commerce: CommerceLookup,
  code: string | null | undefined,
): Promise<FieldError | undefined> {
  if (code === undefined || code === null || (await commerce.findAttribute(code))) return undefined;
  const detail = 'Commerce has no product attribute with this code. Look one up with GET /v1/commerce/attributes?q=….';
  return { pointer: '/attributeCode', detail };
}

/** Whether the authorization of a seller can be used for a store in this country. */
export async function validateSeller(
  authorizations: AuthorizationLookup,
  { sellerId, country }: { readonly sellerId?: string; readonly country: Country },
): Promise<FieldError | undefined> {
  if (sellerId === undefined) return undefined;
  const { region, name } = marketplaces[country];
  const existing = await authorizations.listAuthorizations(sellerId);
  if (existing.some((authorization) => authorization.region === region)) return undefined;
  const detail = `Seller ${sellerId} has no valid authorization that covers ${name}. Omit sellerId and send the seller a connect link, or choose an authorization from GET /v1/authorizations.`;
  return { pointer: '/sellerId', detail };
}

/** The year of an imported authorization must have begun and must not have ended. */
export function validateImportedPeriod(authorizedAt: string, nowMs: number, yearMs: number): FieldError | undefined {
  const { expiresAt } = periodFrom(authorizedAt, yearMs);
  const pointer = '/authorizedAt';
  if (Date.parse(authorizedAt) > nowMs)
    return { pointer, detail: `${authorizedAt} is in the future. Send the time at which the seller gave consent.` };
  if (Date.parse(expiresAt) > nowMs) return undefined;
  const detail = `The authorization ended at ${expiresAt}. Omit refreshToken, authorizedAt and sellerId, and let the seller connect again.`;
  return { pointer, detail };
}
