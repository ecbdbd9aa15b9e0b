import { confirmPath, readConfirmation } from '../amazon/authorize-again.ts';
import { agree } from '../amazon/consent-routes.ts';
import { consentPath, readConsentRequest } from '../amazon/consent-request.ts';
import { acceptedSellers, findSeller } from '../amazon/sellers.ts';
import { formField } from '../http/form-field.ts';
import type { Simulation } from '../simulation.ts';
import type { FieldError } from './control-problem.ts';

/** What a browser would do on the consent pages, in one call. */
export function approve(simulation: Simulation, body: unknown): { readonly callbackUrl: string } | FieldError {
  const consentUrl = formField(body, 'consentUrl') ?? '';
  const url = URL.canParse(consentUrl) ? new URL(consentUrl) : undefined;
  const isConfirmation = url?.pathname.startsWith(`${confirmPath}/`) === true;
  if (url === undefined || !(isConfirmation || url.pathname === consentPath)) {
    return {
      field: 'consentUrl',
      message: `consentUrl has to be the whole address of a consent page, ending in ${consentPath}?… or ${confirmPath}/….`,
    };
  }
  const consent = isConfirmation
    ? readConfirmation(url, simulation)
    : readConsentRequest(url.searchParams, simulation.options);
  if ('sentence' in consent) return { field: 'consentUrl', message: consent.sentence };
  const seller = findSeller(formField(body, 'seller') ?? '');
  if (seller === undefined) return { field: 'seller', message: `seller has to be one of ${acceptedSellers}.` };
  if (!('seller' in consent)) return { callbackUrl: agree(simulation, consent, seller) };
  if (consent.seller.email !== seller.email)
    return { field: 'seller', message: `Another seller began this in Seller Central: ${consent.seller.email}.` };
  return { callbackUrl: agree(simulation, consent.request, seller) };
}
