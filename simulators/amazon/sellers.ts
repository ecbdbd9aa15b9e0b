import { createHash } from 'node:crypto';
import { marketplacesOf } from './marketplaces.ts';
import type { Marketplace, Region } from './marketplaces.ts';

/** A seller account of the simulation: there are as many as there are e-mail addresses of the right shape. */
export interface Seller {
  readonly email: string;
  readonly sellingPartnerId: string;
  readonly region: Region;
  /** Only a Professional selling plan may authorize applications. */
  readonly isProfessional: boolean;
  readonly marketplaces: readonly Marketplace[];
  /** Of the account at Amazon; two sellers never share one. */
  readonly storeName: string;
  readonly businessName: string;
}

export const sellerPassword = 'perennial';
export const verificationCode = '123456';

/** In words, for messages. */
export const acceptedSellers =
  'seller@example.com, seller-<n>@example.com, seller-uk@example.com, seller-uk-<n>@example.com or ' +
  'individual@example.com, where <n> is letters, digits and hyphens';

export function findSeller(text: string): Seller | undefined {
  const email = text.trim().toLowerCase();
  if (email === 'individual@example.com') return seller(email, 'NA', false);
  if (/^seller-uk(-[a-z0-9-]+)?@example\.com$/.test(email)) return seller(email, 'EU', true);
  if (/^seller(-[a-z0-9-]+)?@example\.com$/.test(email)) return seller(email, 'NA', true);
  return undefined;
}

function seller(email: string, region: Region, isProfessional: boolean): Seller {
  const accountName = email.slice(0, email.indexOf('@'));
  return {
    email,
    sellingPartnerId: sellingPartnerIdOf(email),
    region,
    isProfessional,
    marketplaces: marketplacesOf(region),
    storeName: `Store of ${accountName}`,
    businessName: `Business of ${accountName}`,
  };
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The same e-mail always has the same id, also after the simulator lost its state. */
function sellingPartnerIdOf(email: string): string {
  const bytes = [...createHash('sha256').update(email).digest().subarray(0, 13)];
  return `A${bytes.map((byte) => base32.charAt(byte % base32.length)).join('')}`;
}
