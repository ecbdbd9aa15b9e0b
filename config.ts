import { z } from 'zod';

/** The settings of one process of Perennial. `readConfig` is the only reader of the environment. */
export interface Config {
  readonly databaseUrl: string;
  readonly temporal: {
    readonly address: string;
    readonly namespace: string;
    readonly apiKey?: string;
    readonly tls: boolean;
  };
  /** Link shown to operators, e.g. `http://localhost:8233`; absent when no UI is known. */
  readonly temporalUiUrl?: string;
  readonly amazon: {
    /** Bases without a path; `/auth/o2/token` is appended to `lwaUrl`. */
    readonly lwaUrl: string;
    readonly spapiUrl: { readonly NA: string; readonly EU: string };
    readonly sellerCentralUrl: { readonly US: string; readonly CA: string; readonly MX: string; readonly GB: string };
    readonly applicationId: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  readonly commerce: {
    readonly baseUrl: string;
    readonly consumerKey: string;
    readonly consumerSecret: string;
    readonly accessToken: string;
    readonly accessTokenSecret: string;
  };
  readonly smtpUrl: string;
  readonly mailFrom: string;
  /** Receives mail about alarms; without it no mail is sent. */
  readonly operatorEmail?: string;
  /** Where people reach us, without a trailing slash. */
  readonly publicUrl: string;
  readonly port: number;
  /** Address the API listens on (`HOST`, default loopback only). */
  readonly host?: string;
  /** Key ring, the first key seals, all open: `[{kid, key}]`, each key 32 bytes. */
  readonly encryptionKeys: readonly { readonly kid: string; readonly key: Uint8Array }[];
  readonly adminToken: string;
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
  /** Where a worker answers `/healthz` and `/readyz`; none when absent. */
  readonly workerHealthPort?: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Every invalid setting at once, one sentence each; never shows a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly errors: readonly string[];
  constructor(errors: readonly string[]) {
    super(['These settings cannot be used:', ...errors.map((error) => `  ${error}`)].join('\n'));
    this.errors = errors;
  }
}

const descriptions = z.registry<{ accepts: string; secret: boolean }>();

/** Attaches to a variable what it accepts, and whether it is secret: a secret's value is never shown in an error. */
function variable<S extends z.ZodType>(accepts: string, schema: S, secret = false): S {
  descriptions.add(schema, { accepts, secret });
  return schema;
}

const secretVariable = <S extends z.ZodType>(accepts: string, schema: S): S => variable(accepts, schema, true);

const wholeNumber = (min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(min).max(max));

/** A port as people set it; 0 means "choose a free one" (in `npm start`). */
export const portVariable = (fallback: number) =>
  variable('a port from 0 to 65535', wholeNumber(0, 65_535).prefault(String(fallback)));

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

const duration = (minMs: number, maxMs: number) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/)
    .transform((text) => Math.round(Number.parseFloat(text) * (unitMs[text.replace(/^[\d.]+/, '')] ?? Number.NaN)))
    .pipe(z.number().min(minMs).max(maxMs));

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

const url = (...protocols: string[]) =>
  z.string().refine((text) => {
    const parsed = parseUrl(text);
    return parsed !== undefined && protocols.includes(parsed.protocol) && parsed.hostname !== '';
  });

/** An HTTP address whose path is ours to append. */
const baseUrl = url('http:', 'https:')
  .refine((text) => parseUrl(text)?.search === '' && parseUrl(text)?.hash === '')
  .transform((text) => text.replace(/\/+$/, ''));

const vendorUrl = (fallback: string) =>
  variable(`an http or https address without a path, such as ${fallback}`, baseUrl.refine(isBare).prefault(fallback));

function isBare(text: string): boolean {
  return parseUrl(text)?.pathname === '/';
}

const key = z.string().transform((text, context) => {
  const [kid, encoded, ...rest] = text.split(':');
  const bytes = new Uint8Array(Buffer.from(encoded ?? '', 'base64'));
  if (rest.length > 0 || !kid || !/^[\w.-]+$/.test(kid) || bytes.length !== 32) {
    context.addIssue('not a key');
    return z.NEVER;
  }
  return { kid, key: bytes };
});

const keyRing = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(key).min(1))
  .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length);

/** Origins as a Content-Security-Policy names them: `https://admin.example.com`, `https://*.example.com`. */
const frameAncestors = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .pipe(z.array(z.string().regex(/^https:\/\/(\*\.)?[a-z\d-]+(\.[a-z\d-]+)*(:\d{1,5})?$/i)));

const required = z.string().min(1);
const optionalText = z.string().optional();
const oneYear = '365d';

const environment = {
  DATABASE_URL: secretVariable(
    'a PostgreSQL address such as postgres://user:password@host:5432/database',
    url('postgres:', 'postgresql:'),
  ),
  TEMPORAL_ADDRESS: variable(
    "host:port of Temporal's front end, such as localhost:7233",
    z.string().regex(/^(\[[0-9a-fA-F:]+\]|[\w.-]+):\d{1,5}$/),
  ),
  TEMPORAL_NAMESPACE: variable("a namespace's name", required.prefault('default')),
  TEMPORAL_API_KEY: secretVariable('an API key of Temporal Cloud', optionalText),
  TEMPORAL_TLS: variable('true or false (true when TEMPORAL_API_KEY is set)', flag.optional()),
  TEMPORAL_UI_URL: variable('the address of Temporal UI', baseUrl.optional()),
  TEMPORAL_WORKER_BUILD_ID: variable('a build id', optionalText),
  WORKER_HEALTH_PORT: variable('a port from 1 to 65535, or nothing', wholeNumber(1, 65_535).optional()),
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
  SMTP_URL: secretVariable('a mail server such as smtp://user:password@host:587', url('smtp:', 'smtps:')),
  MAIL_FROM: variable(
    'a sender such as Perennial <mail@example.com>',
    z.string().regex(/@/).prefault('Perennial <perennial@localhost>'),
  ),
  OPERATOR_EMAIL: variable('an e-mail address such as operators@example.com, or nothing', z.email().optional()),
  PUBLIC_URL: variable('the http or https address where people reach Perennial', baseUrl.optional()),
  PORT: portVariable(3000),
  HOST: variable('the address to listen on, such as 127.0.0.1 or 0.0.0.0', required.prefault('127.0.0.1')),
  ENCRYPTION_KEYS: secretVariable(
    'one or more keys kid:base64 of 32 bytes, separated by commas, the newest first',
    keyRing,
  ),
  ADMIN_TOKEN: secretVariable('a token of at least 8 characters without spaces', z.string().regex(/^[\x21-\x7e]{8,}$/)),
  CONSOLE_FRAME_ANCESTORS: variable(
    'https addresses without a path, separated by spaces, such as https://admin.example.com https://*.example.com',
    frameAncestors.prefault(''),
  ),
  YEAR_LENGTH: variable(
    'a duration from 10s to 365d, such as 365d, 12h, 2m or 90s',
    duration(10_000, 365 * 86_400_000).prefault(oneYear),
  ),
  RATE_LIMIT_PER_MINUTE: variable('a whole number from 1 to 1000000', wholeNumber(1, 1_000_000).prefault('1200')),
  WEBHOOKS_ALLOW_PRIVATE: variable('true or false', flag.prefault('false')),
  DATA_DIR: variable('a folder', required.prefault('.perennial')),
  LOG_LEVEL: variable(
    'fatal, error, warn, info, debug or trace',
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace']).prefault('info'),
  ),
};

/**
 * Reads the named variables and collects every error: the variable's name, what was read, what is accepted.
 * An empty variable counts as absent.
 */
export function readVariables<S extends z.ZodRawShape>(
  shape: S,
  env: Environment,
): { values: z.output<z.ZodObject<S>> } | { errors: readonly string[] } {
  const given = Object.fromEntries(Object.keys(shape).map((name) => [name, env[name] === '' ? undefined : env[name]]));
  const result = z.object(shape).safeParse(given);
  if (result.success) return { values: result.data };
  const names = new Set(result.error.issues.map((issue) => String(issue.path[0])));
  return { errors: [...names].map((name) => describeError(name, shape[name], env[name])) };
}

function describeError(name: string, schema: z.core.$ZodType | undefined, read: string | undefined): string {
  const { accepts, secret } = (schema && descriptions.get(schema)) ?? { accepts: 'another value', secret: true };
  if (read === undefined || read === '') return `${name} is missing; accepted is ${accepts}.`;
  return `${name} was read as ${secret ? '…' : JSON.stringify(read)}; accepted is ${accepts}.`;
}

/** Browsers keep the session of a page in another site's frame over https only. */
function framesWithoutHttps({ CONSOLE_FRAME_ANCESTORS, PUBLIC_URL = '' }: Environment): readonly string[] {
  if (!CONSOLE_FRAME_ANCESTORS || PUBLIC_URL.startsWith('https:')) return [];
  return [`PUBLIC_URL was read as ${JSON.stringify(PUBLIC_URL)}; CONSOLE_FRAME_ANCESTORS needs an https address.`];
}

/**
 * Reads and validates all settings of one process.
 * @throws {ConfigError} with every invalid setting.
 */
export function readConfig(env: Environment = process.env): Config {
  const read = readVariables(environment, env);
  const errors = [...('errors' in read ? read.errors : []), ...framesWithoutHttps(env)];
  if ('errors' in read || errors.length > 0) throw new ConfigError(errors);
  const { values } = read;
  const apiKey = values.TEMPORAL_API_KEY;
  return {
    databaseUrl: values.DATABASE_URL,
    temporal: {
      address: values.TEMPORAL_ADDRESS,
      namespace: values.TEMPORAL_NAMESPACE,
      ...(apiKey !== undefined && { apiKey }),
      tls: values.TEMPORAL_TLS ?? apiKey !== undefined,
    },
    ...(values.TEMPORAL_UI_URL !== undefined && { temporalUiUrl: values.TEMPORAL_UI_URL }),
    amazon: {
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
    },
    commerce: {
      baseUrl: values.COMMERCE_BASE_URL,
      consumerKey: values.COMMERCE_CONSUMER_KEY,
      consumerSecret: values.COMMERCE_CONSUMER_SECRET,
      accessToken: values.COMMERCE_ACCESS_TOKEN,
      accessTokenSecret: values.COMMERCE_ACCESS_TOKEN_SECRET,
    },
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    ...(values.OPERATOR_EMAIL !== undefined && { operatorEmail: values.OPERATOR_EMAIL }),
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    port: values.PORT,
    host: values.HOST,
    encryptionKeys: values.ENCRYPTION_KEYS,
    adminToken: values.ADMIN_TOKEN,
    consoleFrameAncestors: values.CONSOLE_FRAME_ANCESTORS,
    yearMs: values.YEAR_LENGTH,
    rateLimitPerMinute: values.RATE_LIMIT_PER_MINUTE,
    webhooksAllowPrivate: values.WEBHOOKS_ALLOW_PRIVATE,
    dataDir: values.DATA_DIR,
    logLevel: values.LOG_LEVEL,
    ...(values.TEMPORAL_WORKER_BUILD_ID !== undefined && { workerBuildId: values.TEMPORAL_WORKER_BUILD_ID }),
    ...(values.WORKER_HEALTH_PORT !== undefined && { workerHealthPort: values.WORKER_HEALTH_PORT }),
  };
}
