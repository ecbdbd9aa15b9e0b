import { z } from 'zod';
import type { SimulatorOptions } from '../simulation.ts';

export const consentPath = '/apps/authorize/consent';

/** What an application asks a seller for, read from the consent page's address. */
export const consentRequestSchema = z.object({ state: z.string(), redirectUri: z.string().optional() });
export type ConsentRequest = z.infer<typeof consentRequestSchema>;

export interface ConsentError {
  /** Amazon's own code, where there is one. */
  readonly code?: string;
  readonly sentence: string;
}

export function readConsentRequest(
  query: URLSearchParams,
  { amazon, callbackUrl }: SimulatorOptions,
): ConsentRequest | ConsentError {
  if (query.get('application_id') !== amazon.applicationId) {
    return { sentence: 'The application_id is missing, or no application has it.' };
  }
  const state = query.get('state');
  if (!state) return { sentence: 'The state is missing. An application has to send one to recognise its own request.' };
  const redirectUri = query.get('redirect_uri');
  if (redirectUri !== null && redirectUri !== callbackUrl) {
    return {
      code: 'MD5101',
      sentence: 'The redirect_uri is not one that the application has registered. It has to match exactly.',
    };
  }
  return { state, ...(redirectUri !== null && { redirectUri }) };
}

/** Where the browser goes when the seller has agreed. */
export function callbackUrlFor(
  request: ConsentRequest,
  { callbackUrl }: SimulatorOptions,
  sellingPartnerId: string,
  code: string,
): string {
  const url = new URL(request.redirectUri ?? callbackUrl);
  url.searchParams.set('state', request.state);
  url.searchParams.set('selling_partner_id', sellingPartnerId);
  url.searchParams.set('spapi_oauth_code', code);
  return url.href;
}
