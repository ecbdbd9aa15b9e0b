/** Amazon and Adobe Commerce. */
import type { z } from 'zod';
import { baseUrl, required, vendorUrl } from './kinds.ts';
import { secretVariable, variable } from './variables.ts';

export interface AmazonSettings {
  /** Bases without a path; `/auth/o2/token` is appended to `lwaUrl`. */
  readonly lwaUrl: string;
  readonly spapiUrl: { readonly NA: string; readonly EU: string };
  readonly sellerCentralUrl: { readonly US: string; readonly CA: string; readonly MX: string; readonly GB: string };
  readonly applicationId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface CommerceSettings {
  readonly baseUrl: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly accessToken: string;
  readonly accessTokenSecret: string;
}

export const vendorVariables = {
  AMAZON_LWA_URL: vendorUrl('https://api.amazon.com'),
  AMAZON_SPAPI_URL_NA: vendorUrl('https://sellingpartnerapi-na.amazon.com'),
  AMAZON_SPAPI_URL_EU: vendorUrl('https://sellingpartnerapi-eu.amazon.com'),
  AMAZON_SELLER_CENTRAL_URL_US: vendorUrl('https://sellercentral.amazon.com'),
  AMAZON_SELLER_CENTRAL_URL_CA: vendorUrl('https://sellercentral.amazon.ca'),
  AMAZON_SELLER_CENTRAL_URL_MX: vendorUrl('https://sellercentral.amazon.com.mx'),
  AMAZON_SELLER_CENTRAL_URL_GB: vendorUrl('https://sellercentral-europe.amazon.com'),
  AMAZON_APPLICATION_ID: variable("the application's id, such as amzn1.sp.solution.…", required),
  AMAZON_CLIENT_ID: variable("the application's LWA client id, such as amzn1.application-oa2-client.…", required),
  AMAZON_CLIENT_SECRET: secretVariable("the application's LWA client secret", required),
  COMMERCE_BASE_URL: variable('the http or https address of Commerce, such as https://shop.example.com', baseUrl),
  COMMERCE_CONSUMER_KEY: variable("the integration's consumer key", required),
  COMMERCE_CONSUMER_SECRET: secretVariable("the integration's consumer secret", required),
  COMMERCE_ACCESS_TOKEN: secretVariable("the integration's access token", required),
  COMMERCE_ACCESS_TOKEN_SECRET: secretVariable("the integration's access token secret", required),
};

export const amazonUrls = Object.keys(vendorVariables).filter((name) => /^AMAZON_.*_URL/.test(name));

type Values = z.output<z.ZodObject<typeof vendorVariables>>;

export function toAmazonSettings(values: Values): AmazonSettings {
  return {
    lwaUrl: values.AMAZON_LWA_URL,
    spapiUrl: { NA: values.AMAZON_SPAPI_URL_NA, EU: values.AMAZON_SPAPI_URL_EU },
    sellerCentralUrl: {
      US: values.AMAZON_SELLER_CENTRAL_URL_US,
      CA: values.AMAZON_SELLER_CENTRAL_URL_CA,
      MX: values.AMAZON_SELLER_CENTRAL_URL_MX,
      GB: values.AMAZON_SELLER_CENTRAL_URL_GB,
    },
    applicationId: values.AMAZON_APPLICATION_ID,
    clientId: values.AMAZON_CLIENT_ID,
    clientSecret: values.AMAZON_CLIENT_SECRET,
  };
}

export function toCommerceSettings(values: Values): CommerceSettings {
  return {
    baseUrl: values.COMMERCE_BASE_URL,
    consumerKey: values.COMMERCE_CONSUMER_KEY,
    consumerSecret: values.COMMERCE_CONSUMER_SECRET,
    accessToken: values.COMMERCE_ACCESS_TOKEN,
    accessTokenSecret: values.COMMERCE_ACCESS_TOKEN_SECRET,
  };
}
