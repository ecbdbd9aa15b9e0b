import { readConfig } from '../../config.ts';
import { ConfigError } from '../../config/variables.ts';

export const encryptionKey = (byte: number): string => Buffer.alloc(32, byte).toString('base64');

/** Every variable that has no default. */
export const completeEnv = {
  DATABASE_URL: 'postgres://user:hunter2@localhost:5432/perennial',
  TEMPORAL_ADDRESS: 'localhost:7233',
  AMAZON_APPLICATION_ID: 'amzn1.sp.solution.1',
  AMAZON_CLIENT_ID: 'client',
  AMAZON_CLIENT_SECRET: 'amazon-secret',
  COMMERCE_BASE_URL: 'https://shop.example.com/',
  COMMERCE_CONSUMER_KEY: 'consumer',
  COMMERCE_CONSUMER_SECRET: 'consumer-secret',
  COMMERCE_ACCESS_TOKEN: 'access',
  COMMERCE_ACCESS_TOKEN_SECRET: 'access-secret',
  SMTP_URL: 'smtp://user:hunter2@localhost:25',
  ENCRYPTION_KEYS: `new:${encryptionKey(7)},old:${encryptionKey(1)}`,
  ADMIN_TOKEN: 'an-admin-token-of-some-length',
};

export function errorsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.errors;
    throw error;
  }
}
