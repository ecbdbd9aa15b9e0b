import { z } from 'zod';
import type { Simulation, SimulatorOptions } from '../simulation.ts';
import type { ConsentError, ConsentRequest } from './consent-request.ts';
import { readConsentRequest } from './consent-request.ts';
import { findSeller } from './sellers.ts';
import type { Seller } from './sellers.ts';

export const managePath = '/apps/manage';
export const confirmPath = '/apps/authorize/confirm';

const begunSchema = z.object({ email: z.string(), endsAtMs: z.number() });
const lifetimeMs = 30 * 60_000;

/** The application's login URI, a sibling of its registered redirect URI. */
function loginUriOf({ callbackUrl }: SimulatorOptions): URL {
  return new URL('login', callbackUrl);
}

/** Where Seller Central sends the browser of a seller who has agreed there. */
export function loginUrlFor({ options, signedText, now }: Simulation, seller: Seller): string {
  const url = loginUriOf(options);
  // Relative, which Amazon allows: it holds under whatever address this Seller Central is known to the application.
  url.searchParams.set('amazon_callback_uri', `${confirmPath}/${options.amazon.applicationId}`);
  const begun = { email: seller.email, endsAtMs: now() + lifetimeMs };
  url.searchParams.set('amazon_state', signedText.write('amazon-state', begun));
  url.searchParams.set('selling_partner_id', seller.sellingPartnerId);
  return url.href;
}

/** What the application sent back to `amazon_callback_uri`: whose agreement it belongs to, and its own request. */
export function readConfirmation(
  url: URL,
  { options, signedText, now }: Simulation,
): { readonly seller: Seller; readonly request: ConsentRequest } | ConsentError {
  const query = new URLSearchParams(url.search);
  query.set('application_id', url.pathname.slice(confirmPath.length + 1));
  const request = readConsentRequest(query, options);
  if ('sentence' in request) return request;
  const begun = signedText.read('amazon-state', query.get('amazon_state') ?? '', begunSchema);
  const seller = findSeller(begun?.email ?? '');
  if (begun === undefined || seller === undefined)
    return { sentence: 'The amazon_state is missing, or it is not the one that was given to the application.' };
  if (begun.endsAtMs <= now())
    return { sentence: 'The amazon_state is older than half an hour. Begin again under Manage Your Apps.' };
  return { seller, request };
}
