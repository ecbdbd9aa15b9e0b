import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivateFile } from './process/private-file.ts';

const schema = z.object({
  postgresPassword: z.string(),
  encryptionKeys: z.string(),
  amazonApplicationId: z.string(),
  amazonClientId: z.string(),
  amazonClientSecret: z.string(),
  commerceConsumerKey: z.string(),
  commerceConsumerSecret: z.string(),
  commerceAccessToken: z.string(),
  commerceAccessTokenSecret: z.string(),
});

/** Generated once per data folder. A variable replaces each of them except the password of PostgreSQL. */
export type Secrets = z.output<typeof schema> & { readonly adminToken: string };

export const secretsFile = (dataDir: string): string => join(dataDir, 'secrets.json');
export const adminTokenFile = (dataDir: string): string => join(dataDir, 'admin-token');

/**
 * Reads the secrets of this data folder and generates the missing ones; only the owner can read the files. The admin
 * token has its own file, which a shell command can read.
 */
export function loadSecrets(dataDir: string): Secrets {
  const path = secretsFile(dataDir);
  const stored = existsSync(path) ? schema.partial().parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
  const secrets = { ...generateSecrets(), ...stored };
  if (Object.keys(stored).length < Object.keys(secrets).length)
    writePrivateFile(path, `${JSON.stringify(secrets, null, 2)}\n`);
  return { ...secrets, adminToken: loadAdminToken(adminTokenFile(dataDir)) };
}

function loadAdminToken(path: string): string {
  if (!existsSync(path)) writePrivateFile(path, `${token(32)}\n`);
  return readFileSync(path, 'utf8').trim();
}

export function generateSecrets(): z.output<typeof schema> {
  return {
    postgresPassword: token(24),
    encryptionKeys: `${new Date().toISOString().slice(0, 10)}:${randomBytes(32).toString('base64')}`,
    amazonApplicationId: `amzn1.sp.solution.${token(12)}`,
    amazonClientId: `amzn1.application-oa2-client.${token(16)}`,
    amazonClientSecret: `amzn1.oa2-cs.v1.${token(32)}`,
    commerceConsumerKey: token(24),
    commerceConsumerSecret: token(24),
    commerceAccessToken: token(24),
    commerceAccessTokenSecret: token(24),
  };
}

function token(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
