import { z } from 'zod';
import { accessVariables, framesWithoutHttps } from './config/access.ts';
import { databaseUrlVariable, duration, flag, required, url, wholeNumber } from './config/kinds.ts';
import { oidcVariables, type OidcSettings, readOidcSettings } from './config/oidc.ts';
import { readTemporalSettings, type TemporalSettings } from './config/temporal.ts';
import { temporalVariables } from './config/temporal-variables.ts';
import {
  ConfigError,
  type Environment,
  readSecretFiles,
  readVariables,
  secretVariable,
  variable,
} from './config/variables.ts';
import {
  type AmazonSettings,
  type CommerceSettings,
  toAmazonSettings,
  toCommerceSettings,
  vendorVariables,
} from './config/vendors.ts';

/** The settings of one process of Perennial. `readConfig` is the only reader of the environment. */
export interface Config {
  readonly databaseUrl: string;
  readonly temporal: TemporalSettings;
  /** Link shown to operators, e.g. `http://localhost:8233`; absent when no UI is known. */
  readonly temporalUiUrl?: string;
  readonly amazon: AmazonSettings;
  readonly commerce: CommerceSettings;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  /** Receives mail about alarms; without it no mail is sent. */
  readonly operatorEmail?: string;
  /** Where people reach us, without a trailing slash. */
  readonly publicUrl: string;
  readonly port: number;
  /** Address the API listens on (`HOST`, default loopback only). */
  readonly host: string;
  /** Addresses and networks whose `X-Forwarded-*` headers are believed. */
  readonly trustedProxies: readonly string[];
  /** Key ring, the first key seals, all open: `[{kid, key}]`, each key 32 bytes. */
  readonly encryptionKeys: readonly { readonly kid: string; readonly key: Uint8Array }[];
  readonly adminToken: string;
  /** The identity provider that people sign in with; none without `OIDC_ISSUER`. */
  readonly oidc?: OidcSettings;
  /** Sites that may show the console in a frame; only by an https `publicUrl`. */
  readonly consoleFrameAncestors: readonly string[];
  /** Length of an authorization's year in milliseconds (`YEAR_LENGTH`, default 365 days). */
  readonly yearMs: number;
  readonly rateLimitPerMinute: number;
  readonly webhooksAllowPrivate: boolean;
  readonly dataDir: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
  /** Set in production to run pinned worker versions (Temporal Worker Versioning); absent in `npm start`. */
  readonly workerBuildId?: string;
  readonly workerDeploymentName: string;
  /** Where a worker answers `/healthz` and `/readyz`; none when absent. */
  readonly workerHealthPort?: number;
}

const oneYear = '365d';

const environment = {
  DATABASE_URL: databaseUrlVariable,
  ...temporalVariables,
  WORKER_HEALTH_PORT: variable('a port from 1 to 65535, or nothing', wholeNumber(1, 65_535).optional()),
  ...vendorVariables,
  SMTP_URL: secretVariable('a mail server such as smtp://user:password@host:587', url('smtp:', 'smtps:')),
  MAIL_FROM: variable(
    'a sender such as Perennial <mail@example.com>',
    z.string().regex(/@/).prefault('Perennial <perennial@localhost>'),
  ),
  OPERATOR_EMAIL: variable('an e-mail address such as operators@example.com, or nothing', z.email().optional()),
  ...accessVariables,
  ...oidcVariables,
  YEAR_LENGTH: variable(
    'a duration from 10s to 365d, such as 365d, 12h, 2m or 90s',
    duration(10_000, 365 * 86_400_000).prefault(oneYear),
  ),
  WEBHOOKS_ALLOW_PRIVATE: variable('true or false', flag.prefault('false')),
  DATA_DIR: variable('a folder', required.prefault('.perennial')),
  LOG_LEVEL: variable(
    'fatal, error, warn, info, debug or trace',
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).prefault('info'),
  ),
};

/** The environment with the secrets that are in files (`NAME_FILE`) under their own names. */
export function withSecretsFromFiles(env: Environment): Environment {
  return readSecretFiles(environment, env).env;
}

/**
 * Reads and validates all settings of one process.
 * @throws {ConfigError} with every invalid setting.
 */
export function readConfig(env: Environment = process.env): Config {
  const read = readVariables(environment, env);
  const variableErrors = 'errors' in read ? read.errors : [];
  const temporal = readTemporalSettings(withSecretsFromFiles(env), variableErrors);
  const oidc = readOidcSettings(withSecretsFromFiles(env), variableErrors);
  const errors = [
    ...variableErrors,
    ...('errors' in temporal ? temporal.errors : []),
    ...('errors' in oidc ? oidc.errors : []),
    ...framesWithoutHttps(env),
  ];
  if ('errors' in read || 'errors' in temporal || 'errors' in oidc || errors.length > 0) throw new ConfigError(errors);
  const { values } = read;
  return {
    databaseUrl: values.DATABASE_URL,
    temporal: temporal.settings,
    temporalUiUrl: values.TEMPORAL_UI_URL,
    amazon: toAmazonSettings(values),
    commerce: toCommerceSettings(values),
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    operatorEmail: values.OPERATOR_EMAIL,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    port: values.PORT,
    host: values.HOST,
    trustedProxies: values.TRUSTED_PROXIES,
    encryptionKeys: values.ENCRYPTION_KEYS,
    adminToken: values.ADMIN_TOKEN,
    oidc: oidc.settings,
    consoleFrameAncestors: values.CONSOLE_FRAME_ANCESTORS,
    yearMs: values.YEAR_LENGTH,
    rateLimitPerMinute: values.RATE_LIMIT_PER_MINUTE,
    webhooksAllowPrivate: values.WEBHOOKS_ALLOW_PRIVATE,
    dataDir: values.DATA_DIR,
    logLevel: values.LOG_LEVEL,
    workerBuildId: values.TEMPORAL_WORKER_BUILD_ID,
    workerDeploymentName: values.TEMPORAL_DEPLOYMENT_NAME ?? 'perennial',
    workerHealthPort: values.WORKER_HEALTH_PORT,
  };
}
