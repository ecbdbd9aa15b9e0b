import { z } from 'zod';
import type { SimulatorOptions } from './simulation.ts';

const text = (words: string) => z.string(words).min(1, words);
const credential = text('the value that the rest of the start uses');
const positive = (words: string) =>
  z.string().transform(Number).pipe(z.number(words).positive(words).max(1_000_000, words));

const schema = z.object({
  SIMULATOR_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a port from 0 to 65535')
    .transform(Number)
    .pipe(z.number().max(65_535, 'a port from 0 to 65535'))
    .default(3100),
  SIMULATOR_HOST: text('an address to listen on').default('127.0.0.1'),
  DATA_DIR: text('a folder').default('.perennial'),
  SIMULATOR_CALLBACK_URL: z
    .url({ protocol: /^https?$/, error: "the application's redirect URI, an http or https address" })
    .default('http://localhost:3000/oauth/amazon/callback'),
  SIMULATOR_PARTICIPATIONS_RATE: positive('requests per second, above 0').default(0.016),
  SIMULATOR_PARTICIPATIONS_BURST: positive('a number of requests from 1')
    .pipe(z.number().min(1, 'a number of requests from 1'))
    .default(15),
  SIMULATOR_FEES_RATE: positive('requests per second, above 0').default(1),
  SIMULATOR_FEES_BURST: positive('a number of requests from 1')
    .pipe(z.number().min(1, 'a number of requests from 1'))
    .default(2),
  AMAZON_APPLICATION_ID: credential,
  AMAZON_CLIENT_ID: credential,
  AMAZON_CLIENT_SECRET: credential,
  COMMERCE_CONSUMER_KEY: credential,
  COMMERCE_CONSUMER_SECRET: credential,
  COMMERCE_ACCESS_TOKEN: credential,
  COMMERCE_ACCESS_TOKEN_SECRET: credential,
});

type Reading = { readonly options: SimulatorOptions } | { readonly errors: readonly string[] };

/** Reads the simulators' settings; reports all errors at once, never a value, because some are secrets. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Reading {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    return { errors: result.error.issues.map(({ path, message }) => `${path.join('.')} has to be ${message}`) };
  }
  const { data } = result;
  return {
    options: {
      port: data.SIMULATOR_PORT,
      host: data.SIMULATOR_HOST,
      dataDir: data.DATA_DIR,
      callbackUrl: data.SIMULATOR_CALLBACK_URL,
      participationsPace: {
        ratePerSecond: data.SIMULATOR_PARTICIPATIONS_RATE,
        burst: data.SIMULATOR_PARTICIPATIONS_BURST,
      },
      feesPace: { ratePerSecond: data.SIMULATOR_FEES_RATE, burst: data.SIMULATOR_FEES_BURST },
      amazon: {
        applicationId: data.AMAZON_APPLICATION_ID,
        clientId: data.AMAZON_CLIENT_ID,
        clientSecret: data.AMAZON_CLIENT_SECRET,
      },
      commerce: {
        consumerKey: data.COMMERCE_CONSUMER_KEY,
        consumerSecret: data.COMMERCE_CONSUMER_SECRET,
        accessToken: data.COMMERCE_ACCESS_TOKEN,
        accessTokenSecret: data.COMMERCE_ACCESS_TOKEN_SECRET,
      },
    },
  };
}
