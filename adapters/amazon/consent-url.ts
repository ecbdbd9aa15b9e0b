import type { Config } from '../../config.ts';
import type { Country } from '../../domain/marketplaces.ts';

export interface ConsentRequest {
  readonly country: Country;
  readonly state: string;
  /** Must equal the URI registered with the application and the one in the code exchange. */
  readonly redirectUri: string;
}

/** Builds the URL of Amazon's consent page in the Seller Central of a country. */
export function createConsentUrl(
  config: Pick<Config['amazon'], 'sellerCentralUrl' | 'applicationId'>,
): (request: ConsentRequest) => string {
  return ({ country, state, redirectUri }) => {
    const query = new URLSearchParams({ application_id: config.applicationId, state, redirect_uri: redirectUri });
    return `${config.sellerCentralUrl[country]}/apps/authorize/consent?${query.toString()}`;
  };
}
