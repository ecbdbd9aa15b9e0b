import { resolve } from 'node:path';
import { readConfig, withSecretsFromFiles } from '../config.ts';
import { portVariable } from '../config/kinds.ts';
import { namesTemporal } from '../config/temporal.ts';
import { ConfigError, type Environment, readVariables } from '../config/variables.ts';
import type { PortRequest } from './ports.ts';
import { generateSecrets } from './secrets.ts';
import type { Secrets } from './secrets.ts';

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

/** Which services this start runs itself; a variable names a running one for each of the others. */
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
  /** As requested; those of `portRequests` are allocated at the start. */
  readonly ports: Ports;
  readonly portRequests: readonly PortRequest<keyof Ports>[];
  readonly namespace: string;
  /** As given to the start, with the secrets that were read from files. */
  readonly env: Environment;
}

/**
 * Reads the settings of `npm start`.
 * @throws ConfigError with every invalid variable, including those of the services it will start.
 */
export function readStartSettings(givenEnv: Environment): StartSettings {
  const env = withSecretsFromFiles(givenEnv);
  const embedded: Embedded = {
    postgres: !env['DATABASE_URL'],
    temporal: !namesTemporal(env),
    simulators: simulatedUrls.some((name) => !env[name]),
    mailbox: !env['SMTP_URL'],
  };
  const ports = readVariables(portVariables, env);
  // With the defaults, an invalid port is reported once and not again for each address that contains it.
  const requested = 'values' in ports ? ports.values : portDefaults();
  const probe = {
    ...completeEnv(env, { ...generateSecrets(), adminToken: 'generated-at-the-first-start' }, requested),
    PORT: '0',
  };
  const errors = [
    ...('errors' in ports ? ports.errors : []),
    ...configErrors(probe),
    ...(embedded.temporal ? withoutTemporal(env) : []),
    ...(embedded.postgres && env['MIGRATION_DATABASE_URL']
      ? ['MIGRATION_DATABASE_URL is set; it needs DATABASE_URL, which names the role of the running processes.']
      : []),
  ];
  if (errors.length > 0) throw new ConfigError(errors);
  const config = readConfig(probe);
  return {
    dataDir: resolve(config.dataDir),
    embedded,
    ports: requested,
    portRequests: requestPorts(embedded, requested),
    namespace: config.temporal.namespace,
    env,
  };
}

/** The embedded Temporal has neither keys nor certificates. */
function withoutTemporal(env: Environment): readonly string[] {
  return Object.keys(env)
    .filter((name) => env[name] && /^TEMPORAL_(API_KEY|TLS|GRPC_META)/.test(name))
    .map(
      (name) => `${name} is set; it needs TEMPORAL_ADDRESS or TEMPORAL_CONFIG_FILE, which name the server it is for.`,
    );
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

function requestPorts(embedded: Embedded, ports: Ports): PortRequest<keyof Ports>[] {
  const uses: [keyof Ports, string, boolean][] = [
    ['PORT', 'the API and console', true],
    ['TEMPORAL_PORT', 'Temporal', embedded.temporal],
    ['TEMPORAL_UI_PORT', 'Temporal UI', embedded.temporal],
    ['POSTGRES_PORT', 'PostgreSQL', embedded.postgres],
    ['SIMULATOR_PORT', 'the simulators of Amazon and Commerce', embedded.simulators],
    ['MAIL_SMTP_PORT', 'the mail inbox, SMTP', embedded.mailbox],
    ['MAIL_UI_PORT', "the mail inbox's page", embedded.mailbox],
  ];
  return uses
    .filter(([, , isEmbedded]) => isEmbedded)
    .map(([variable, use]) => ({ variable, use, port: ports[variable] }));
}

/** The environment of the project's own services: variables that are set stay, the others lead to the embedded services. */
export function completeEnv(env: Environment, secrets: Secrets, ports: Ports): Record<string, string> {
  const simulator = `http://127.0.0.1:${ports.SIMULATOR_PORT}`;
  const defaults = {
    DATABASE_URL: `postgres://perennial:${secrets.postgresPassword}@127.0.0.1:${ports.POSTGRES_PORT}/perennial`,
    // The address of another server's UI is unknown.
    ...(!namesTemporal(env) && {
      TEMPORAL_ADDRESS: `127.0.0.1:${ports.TEMPORAL_PORT}`,
      TEMPORAL_UI_URL: `http://localhost:${ports.TEMPORAL_UI_PORT}`,
    }),
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
  // A secret whose file cannot be read is an error, and gets no default.
  const applicable = Object.entries(defaults).filter(([name]) => !env[`${name}_FILE`]);
  const fromEnv = Object.entries(env).filter(
    ([name, value]) => value !== undefined && value !== '' && !name.startsWith('npm_'),
  );
  const portTexts = Object.entries(ports).map(([name, port]) => [name, String(port)]);
  return { ...Object.fromEntries(applicable), ...Object.fromEntries(fromEnv), ...Object.fromEntries(portTexts) };
}

/** Adds the callback URL of consents and, for a short year, a higher rate limit. */
export function simulatorEnv(env: Record<string, string>): Record<string, string> {
  const { publicUrl, yearMs } = readConfig(env);
  const speedUp = (yearDays * 86_400_000) / yearMs;
  return {
    ...env,
    SIMULATOR_CALLBACK_URL: `${publicUrl}/oauth/amazon/callback`,
    ...(speedUp > 1 &&
      !env['SIMULATOR_PARTICIPATIONS_RATE'] && {
        SIMULATOR_PARTICIPATIONS_RATE: String(Math.min(50, participationsPerSecond * speedUp)),
      }),
  };
}
