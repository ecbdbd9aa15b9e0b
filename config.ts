import { z } from 'zod';
import { accessVariables, framesWithoutHttps, keyVariables } from './config/access.ts';
import { databaseUrlVariable, duration, flag, migrationVariables, required, url, wholeNumber } from './config/kinds.ts';
import { allowPlaintext, databaseErrors, httpErrors, mailErrors, requiresTls } from './config/plaintext.ts';
import type { ApiConfig, Config, SharedConfig, WorkerConfig } from './config/settings.ts';
import { oidcVariables, readOidcSettings } from './config/oidc.ts';
import { readTemporalSettings } from './config/temporal.ts';
import { temporalVariables } from './config/temporal-variables.ts';
import {
  ConfigError,
  type Environment,
  readSecretFiles,
  readVariables,
  secretVariable,
  variable,
} from './config/variables.ts';
import { amazonUrls, toAmazonSettings, toCommerceSettings, vendorVariables } from './config/vendors.ts';

export type { ApiConfig, Config, WorkerConfig } from './config/settings.ts';

const oneYear = '365d';

const sharedVariables = {
  DATABASE_URL: databaseUrlVariable,
  ...temporalVariables,
  ...vendorVariables,
  ...keyVariables,
  AMAZON_ALLOW_PLAINTEXT: allowPlaintext,
  COMMERCE_ALLOW_PLAINTEXT: allowPlaintext,
  DATABASE_ALLOW_PLAINTEXT: allowPlaintext,
  OPERATOR_EMAIL: variable('an e-mail address such as operators@example.com, or nothing', z.email().optional()),
  YEAR_LENGTH: variable(
    'a duration from 10s to 365d, such as 365d, 12h, 2m or 90s',
    duration(10_000, 365 * 86_400_000).prefault(oneYear),
  ),
  WEBHOOKS_ALLOW_PRIVATE: variable('true or false', flag.prefault('false')),
  LOG_LEVEL: variable(
    'fatal, error, warn, info, debug or trace',
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).prefault('info'),
  ),
};

const apiVariables = { ...accessVariables, ...oidcVariables };

const workerVariables = {
  SMTP_ALLOW_PLAINTEXT: allowPlaintext,
  WORKER_HEALTH_PORT: variable('a port from 1 to 65535, or nothing', wholeNumber(1, 65_535).optional()),
  SMTP_URL: secretVariable('a mail server such as smtp://user:password@host:587', url('smtp:', 'smtps:')),
  MAIL_FROM: variable(
    'a sender such as Perennial <mail@example.com>',
    z.string().regex(/@/).prefault('Perennial <perennial@localhost>'),
  ),
};

const startVariables = {
  DATA_DIR: variable('a folder', required.prefault('.perennial')),
  MIGRATION_DATABASE_URL: migrationVariables.MIGRATION_DATABASE_URL,
};

/** The variables that each process reads: it gets no others from `npm start`. */
export const variableNames = {
  api: Object.keys({ ...sharedVariables, ...apiVariables }),
  worker: Object.keys({ ...sharedVariables, ...workerVariables }),
};

/** The environment with the secrets that are in files (`NAME_FILE`) under their own names. */
export function withSecretsFromFiles(env: Environment): Environment {
  return readSecretFiles({ ...sharedVariables, ...apiVariables, ...workerVariables, ...startVariables }, env).env;
}

/** @throws {ConfigError} with every invalid setting of the API. */
export function readApiConfig(env: Environment = process.env): ApiConfig {
  return settingsOf(both(readShared(env), readAccess(env)));
}

/** @throws {ConfigError} with every invalid setting of the worker. */
export function readWorkerConfig(env: Environment = process.env): WorkerConfig {
  return settingsOf(both(readShared(env), readDelivery(env)));
}

/**
 * Reads and validates the settings of all processes.
 * @throws {ConfigError} with every invalid setting.
 */
export function readConfig(env: Environment): Config {
  const start = withErrors(
    read(startVariables, env, (values) => ({ dataDir: values.DATA_DIR })),
    databaseErrors(withSecretsFromFiles(env), 'MIGRATION_DATABASE_URL'),
  );
  return settingsOf(both(both(readShared(env), both(readAccess(env), readDelivery(env))), start));
}

type Reading<T> = { readonly settings: T } | { readonly errors: readonly string[] };

function readShared(env: Environment): Reading<SharedConfig> {
  const variables = read(sharedVariables, env, (values) => ({
    databaseUrl: values.DATABASE_URL,
    temporalUiUrl: values.TEMPORAL_UI_URL,
    amazon: toAmazonSettings(values),
    commerce: toCommerceSettings(values),
    operatorEmail: values.OPERATOR_EMAIL,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    port: values.PORT,
    encryptionKeys: values.ENCRYPTION_KEYS,
    metricsToken: values.METRICS_TOKEN,
    yearMs: values.YEAR_LENGTH,
    webhooksAllowPrivate: values.WEBHOOKS_ALLOW_PRIVATE,
    logLevel: values.LOG_LEVEL,
    workerBuildId: values.TEMPORAL_WORKER_BUILD_ID,
    workerDeploymentName: values.TEMPORAL_DEPLOYMENT_NAME ?? 'perennial',
  }));
  const complete = withSecretsFromFiles(env);
  const temporal = readTemporalSettings(complete, errorsOf(variables));
  return both(
    withErrors(variables, [
      ...httpErrors(complete, amazonUrls, 'AMAZON_ALLOW_PLAINTEXT'),
      ...httpErrors(complete, ['COMMERCE_BASE_URL'], 'COMMERCE_ALLOW_PLAINTEXT'),
      ...databaseErrors(complete, 'DATABASE_URL'),
    ]),
    'errors' in temporal ? temporal : { settings: { temporal: temporal.settings } },
  );
}

function readAccess(env: Environment): Reading<Omit<ApiConfig, keyof SharedConfig>> {
  const variables = read(apiVariables, env, (values) => ({
    host: values.HOST,
    trustedProxies: values.TRUSTED_PROXIES,
    adminToken: values.ADMIN_TOKEN,
    consoleFrameAncestors: values.CONSOLE_FRAME_ANCESTORS,
    rateLimitPerMinute: values.RATE_LIMIT_PER_MINUTE,
  }));
  const oidc = readOidcSettings(withSecretsFromFiles(env), errorsOf(variables));
  return both(
    withErrors(variables, framesWithoutHttps(env)),
    'errors' in oidc ? oidc : { settings: { oidc: oidc.settings } },
  );
}

function readDelivery(env: Environment): Reading<Omit<WorkerConfig, keyof SharedConfig>> {
  const variables = read(workerVariables, env, (values) => ({
    smtpUrl: values.SMTP_URL,
    smtpRequiresTls: requiresTls(values.SMTP_URL, values.SMTP_ALLOW_PLAINTEXT),
    mailFrom: values.MAIL_FROM,
    workerHealthPort: values.WORKER_HEALTH_PORT,
  }));
  return withErrors(variables, mailErrors(withSecretsFromFiles(env)));
}

function read<S extends z.ZodRawShape, T>(
  shape: S,
  env: Environment,
  toSettings: (values: z.output<z.ZodObject<S>>) => T,
): Reading<T> {
  const result = readVariables(shape, env);
  return 'errors' in result ? result : { settings: toSettings(result.values) };
}

function both<A, B>(a: Reading<A>, b: Reading<B>): Reading<A & B> {
  if ('errors' in a || 'errors' in b) return { errors: [...errorsOf(a), ...errorsOf(b)] };
  return { settings: { ...a.settings, ...b.settings } };
}

function withErrors<T>(reading: Reading<T>, errors: readonly string[]): Reading<T> {
  return errors.length === 0 ? reading : { errors: [...errorsOf(reading), ...errors] };
}

function errorsOf(reading: Reading<unknown>): readonly string[] {
  return 'errors' in reading ? reading.errors : [];
}

function settingsOf<T>(reading: Reading<T>): T {
  if ('errors' in reading) throw new ConfigError(reading.errors);
  return reading.settings;
}
