import { loginUrlFor } from '../amazon/authorize-again.ts';
import { countryCodes } from '../amazon/marketplaces.ts';
import { acceptedSellers, findSeller } from '../amazon/sellers.ts';
import { formField } from '../http/form-field.ts';
import type { Simulation } from '../simulation.ts';
import type { FieldError } from './control-problem.ts';

/** What a seller's browser would do under "Manage Your Apps", in one call. */
export function authorizeAgain(simulation: Simulation, body: unknown): { readonly loginUrl: string } | FieldError {
  const seller = findSeller(formField(body, 'seller') ?? '');
  if (seller === undefined) return { field: 'seller', message: `seller has to be one of ${acceptedSellers}.` };
  const country = formField(body, 'country');
  const sells = seller.marketplaces.map(({ countryCode }) => countryCode);
  if (country !== undefined && !sells.some((each) => each === country)) {
    const known = countryCodes.some((each) => each === country);
    const message = known
      ? `This seller sells in ${sells.join(', ')}.`
      : `country has to be one of ${countryCodes.join(', ')}.`;
    return { field: 'country', message };
  }
  return { loginUrl: loginUrlFor(simulation, seller) };
}
