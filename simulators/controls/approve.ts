import { agree } from '../amazon/consent-routes.ts';
import { consentPath, readConsentRequest } from '../amazon/consent-request.ts';
import { acceptedSellers, findSeller } from '../amazon/sellers.ts';
import { formField } from '../http/form-field.ts';
import type { Simulation } from '../simulation.ts';
import type { Mistake } from './control-problem.ts';

/** What a browser would do on the consent pages, in one call. */
export function approve(simulation: Simulation, body: unknown): { readonly callbackUrl: string } | Mistake {
  const consentUrl = formField(body, 'consentUrl');
  if (consentUrl === undefined || !URL.canParse(consentUrl) || new URL(consentUrl).pathname !== consentPath) {
    return {
      field: 'consentUrl',
      message: `consentUrl has to be the whole address of a consent page, ending in ${consentPath}?….`,
    };
  }
  const request = readConsentRequest(new URL(consentUrl).searchParams, simulation.options);
  if ('sentence' in request) return { field: 'consentUrl', message: request.sentence };
  const seller = findSeller(formField(body, 'seller') ?? '');
  if (seller === undefined) return { field: 'seller', message: `seller has to be one of ${acceptedSellers}.` };
  return { callbackUrl: agree(simulation, request, seller) };
}
