import { expect, it } from 'vitest';
import { createConsentUrl } from '../../../adapters/amazon/consent-url.ts';

it('is the consent page in the Seller Central of the country, with all parameters', () => {
  const consentUrl = createConsentUrl({
    sellerCentralUrl: {
      US: 'https://sellercentral.amazon.com',
      CA: 'https://sellercentral.amazon.ca',
      MX: 'https://sellercentral.amazon.com.mx',
      GB: 'https://sellercentral-europe.amazon.com',
    },
    applicationId: 'amzn1.sp.solution.1&x',
  });
  const url = new URL(
    consentUrl({ country: 'GB', state: 's/+=', redirectUri: 'http://localhost:3000/oauth/amazon/callback' }),
  );
  expect(url.origin + url.pathname).toBe('https://sellercentral-europe.amazon.com/apps/authorize/consent');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    application_id: 'amzn1.sp.solution.1&x',
    state: 's/+=',
    redirect_uri: 'http://localhost:3000/oauth/amazon/callback',
  });
});
