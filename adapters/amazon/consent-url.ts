import type { Config } from '../../config.ts';
import type { Country } from '../../domain/marketplaces.ts';

export interface ConsentRequest {
  readonly country: Country;
  readonly state: string;
  /** Registered with the application and sent again with the exchange, letter for letter. */
  readonly redirectUri: string;
}

/** Builds the address of Amazon's consent page in the Seller Central of a country. */
export function createConsentUrl(
  config: Pick<Config['amazon'], 'sellerCentralUrl' | 'applicationId'>,
): (request: ConsentRequest) => string {
  return ({ country, state, redirectUri }) => {
    const query = new URLSearchParams({ application_id: config.applicationId, state, redirect_uri: redirectUri });
    return `${config.sellerCentralUrl[country]}/apps/authorize/consent?${query.toString()}`;
  };
}
