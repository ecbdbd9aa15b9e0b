import { resolve } from 'node:path';
import { ConfigError, portVariable, readConfig, readVariables } from '../config.ts';
import type { PortWish } from './ports.ts';
import { generateSecrets } from './stack-secrets.ts';
import type { StackSecrets } from './stack-secrets.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const portVariables = {
  PORT: portVariable(3000),
  TEMPORAL_PORT: portVariable(7233),
  TEMPORAL_UI_PORT: portVariable(8233),
  POSTGRES_PORT: portVariable(15_432),
  SIMULATOR_PORT: portVariable(3100),
  MAIL_SMTP_PORT: portVariable(3125),
  MAIL_UI_PORT: portVariable(3126),
};

export type Ports = Record<keyof typeof portVariables, number>;

/** Which real parts this start brings itself; the others were given by a variable. */
interface Embedded {
  readonly postgres: boolean;
  readonly temporal: boolean;
  readonly simulators: boolean;
  readonly mailbox: boolean;
}

const simulatedUrls = [
  'AMAZON_LWA_URL',
  'AMAZON_SPAPI_URL_NA',
  'AMAZON_SPAPI_URL_EU',
  'AMAZON_SELLER_CENTRAL_URL_US',
  'AMAZON_SELLER_CENTRAL_URL_CA',
  'AMAZON_SELLER_CENTRAL_URL_MX',
  'AMAZON_SELLER_CENTRAL_URL_GB',
  'COMMERCE_BASE_URL',
] as const;

const yearDays = 365;
const participationsPerSecond = 0.016;

export interface StartSettings {
  readonly dataDir: string;
  readonly embedded: Embedded;
  /** As wished; those of `portWishes` are settled at the start. */
  readonly ports: Ports;
  readonly portWishes: readonly PortWish<keyof Ports>[];
  readonly namespace: string;
}

/**
 * What `npm start` is told.
 * @throws ConfigError with every mistake, those of the parts it will start included.
 */
export function readStartSettings(env: Environment): StartSettings {
  const embedded: Embedded = {
    postgres: !env['DATABASE_URL'],
    temporal: !env['TEMPORAL_ADDRESS'],
    simulators: simulatedUrls.some((name) => !env[name]),
    mailbox: !env['SMTP_URL'],
  };
  const ports = readVariables(portVariables, env);
  // Ports read wrongly are named once, not again by the addresses made of them.
  const assumed = 'values' in ports ? ports.values : portDefaults();
  const probe = { ...completeEnvironment(env, { ...generateSecrets(), adminToken: 'generated' }, assumed), PORT: '0' };
  const errors = [...('errors' in ports ? ports.errors : []), ...configErrors(probe)];
  if (errors.length > 0) throw new ConfigError(errors);
  const config = readConfig(probe);
  return {
    dataDir: resolve(config.dataDir),
    embedded,
    ports: assumed,
    portWishes: wishes(embedded, assumed),
    namespace: config.temporal.namespace,
  };
}

function portDefaults(): Ports {
  const defaults = readVariables(portVariables, {});
  if ('errors' in defaults) throw new ConfigError(defaults.errors);
  return defaults.values;
}

function configErrors(env: Environment): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.errors;
    throw error;
  }
}

function wishes(embedded: Embedded, ports: Ports): PortWish<keyof Ports>[] {
  const wanted: [keyof Ports, string, boolean][] = [
    ['PORT', 'the API and console', true],
    ['TEMPORAL_PORT', 'Temporal', embedded.temporal],
    ['TEMPORAL_UI_PORT', 'Temporal UI', embedded.temporal],
    ['POSTGRES_PORT', 'PostgreSQL', embedded.postgres],
    ['SIMULATOR_PORT', 'the simulators of Amazon and Commerce', embedded.simulators],
    ['MAIL_SMTP_PORT', 'the mail inbox, SMTP', embedded.mailbox],
    ['MAIL_UI_PORT', "the mail inbox's page", embedded.mailbox],
  ];
  return wanted.filter(([, , needed]) => needed).map(([variable, use]) => ({ variable, use, port: ports[variable] }));
}

/** The environment of our own parts: what was given stays, what was not leads to the parts this start brings. */
export function completeEnvironment(env: Environment, secrets: StackSecrets, ports: Ports): Record<string, string> {
  const simulator = `http://127.0.0.1:${ports.SIMULATOR_PORT}`;
  const defaults = {
    DATABASE_URL: `postgres://perennial:${secrets.postgresPassword}@127.0.0.1:${ports.POSTGRES_PORT}/perennial`,
    TEMPORAL_ADDRESS: `127.0.0.1:${ports.TEMPORAL_PORT}`,
    // Only the embedded server's UI is known to us.
    ...(!env['TEMPORAL_ADDRESS'] && { TEMPORAL_UI_URL: `http://localhost:${ports.TEMPORAL_UI_PORT}` }),
    ...Object.fromEntries(simulatedUrls.map((name) => [name, simulator])),
    AMAZON_APPLICATION_ID: secrets.amazonApplicationId,
    AMAZON_CLIENT_ID: secrets.amazonClientId,
    AMAZON_CLIENT_SECRET: secrets.amazonClientSecret,
    COMMERCE_CONSUMER_KEY: secrets.commerceConsumerKey,
    COMMERCE_CONSUMER_SECRET: secrets.commerceConsumerSecret,
    COMMERCE_ACCESS_TOKEN: secrets.commerceAccessToken,
    COMMERCE_ACCESS_TOKEN_SECRET: secrets.commerceAccessTokenSecret,
    SMTP_URL: `smtp://127.0.0.1:${ports.MAIL_SMTP_PORT}`,
    PUBLIC_URL: `http://localhost:${ports.PORT}`,
    ENCRYPTION_KEYS: secrets.encryptionKeys,
    ADMIN_TOKEN: secrets.adminToken,
  };
  const given = Object.entries(env).filter(
    ([name, value]) => value !== undefined && value !== '' && !name.startsWith('npm_'),
  );
  const portTexts = Object.entries(ports).map(([name, port]) => [name, String(port)]);
  return { ...defaults, ...Object.fromEntries(given), ...Object.fromEntries(portTexts) };
}

/** What the simulators need beyond the shared environment: where consent returns to, and a pace that suits a short year. */
export function simulatorEnvironment(env: Record<string, string>): Record<string, string> {
  const { publicUrl, yearMs } = readConfig(env);
  const yearsPerYear = (yearDays * 86_400_000) / yearMs;
  return {
    ...env,
    SIMULATOR_CALLBACK_URL: `${publicUrl}/oauth/amazon/callback`,
    ...(yearsPerYear > 1 &&
      !env['SIMULATOR_PARTICIPATIONS_RATE'] && {
        SIMULATOR_PARTICIPATIONS_RATE: String(Math.min(50, participationsPerSecond * yearsPerYear)),
      }),
  };
}
