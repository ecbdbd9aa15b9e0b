/** What only the world can tell to be wrong with the settings of a store: Commerce, and what sellers have agreed to. */
import type { FieldMistake } from './field-mistake.ts';
import { type Country, marketplaces, type Region } from './marketplaces.ts';
import { periodFrom } from './renewal-schedule.ts';

export interface KnownToCommerce {
  listWebsites(): Promise<readonly { readonly code: string }[]>;
  findAttribute(code: string): Promise<unknown>;
}

export interface KnownAuthorizations {
  /** Those in force. */
  listAuthorizations(sellerId: string): Promise<readonly { readonly region: Region }[]>;
}

/** Every field that Commerce does not know. Throws what the catalog throws. */
export async function commerceMistakes(
  commerce: KnownToCommerce,
  { website, attributeCode }: { readonly website?: string; readonly attributeCode?: string | null },
): Promise<readonly FieldMistake[]> {
  const mistakes = await Promise.all([websiteMistake(commerce, website), attributeMistake(commerce, attributeCode)]);
  return mistakes.filter((mistake) => mistake !== undefined);
}

async function websiteMistake(commerce: KnownToCommerce, code: string | undefined): Promise<FieldMistake | undefined> {
  if (code === undefined) return undefined;
  const known = (await commerce.listWebsites()).map((website) => website.code);
  if (known.includes(code)) return undefined;
  const some = known.slice(0, 20).join(', ');
  return { pointer: '/website', detail: `Commerce has no website with this code. It has: ${some}.` };
}

async function attributeMistake(
  commerce: KnownToCommerce,
  code: string | null | undefined,
): Promise<FieldMistake | undefined> {
  if (code === undefined || code === null || (await commerce.findAttribute(code))) return undefined;
  const detail = 'Commerce has no product attribute with this code. Look one up with GET /v1/commerce/attributes?q=….';
  return { pointer: '/attributeCode', detail };
}

/** What is wrong with reusing the authorization of a seller, if anything. */
export async function sellerMistake(
  authorizations: KnownAuthorizations,
  { sellerId, country }: { readonly sellerId?: string; readonly country: Country },
): Promise<FieldMistake | undefined> {
  if (sellerId === undefined) return undefined;
  const { region, name } = marketplaces[country];
  const known = await authorizations.listAuthorizations(sellerId);
  if (known.some((each) => each.region === region)) return undefined;
  const detail = `Seller ${sellerId} has no authorization in force that covers ${name}. Leave sellerId out and let the seller agree by a connect link; GET /v1/authorizations lists what can be used.`;
  return { pointer: '/sellerId', detail };
}

/** What is wrong with an authorization that is brought along, if anything: it has to have begun, and not to have ended. */
export function grantMistake(authorizedAt: string, nowMs: number, yearMs: number): FieldMistake | undefined {
  const { expiresAt } = periodFrom(authorizedAt, yearMs);
  const pointer = '/authorizedAt';
  if (Date.parse(authorizedAt) > nowMs)
    return { pointer, detail: `${authorizedAt} is in the future. Give the moment at which the seller agreed.` };
  if (Date.parse(expiresAt) > nowMs) return undefined;
  const detail = `The authorization ended at ${expiresAt}. Leave refreshToken, authorizedAt and sellerId out, and let the seller connect anew.`;
  return { pointer, detail };
}
