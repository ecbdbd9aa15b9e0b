/** `npm run reseal`: seals every value in the database with the current key, and prints which keys are still in use. */
import { existsSync } from 'node:fs';
import { openDatabase, pingDatabase } from '../../adapters/postgres/db/database.ts';
import { describeMissingKeys } from '../../adapters/postgres/sealed-values/key-usage.ts';
import { describeResealing, resealAll } from '../../adapters/postgres/sealed-values/reseal-all.ts';
import { createSecretVault } from '../../adapters/secrets/secret-vault.ts';
import { type Config, readConfig } from '../../config.ts';
import { errorMessage } from '../process/error-message.ts';
import { registeredPort } from '../process/process-registry.ts';
import { generateSecrets, loadSecrets, secretsFile } from '../secrets.ts';
import { completeEnv, readStartSettings } from '../settings.ts';

/** Of the installation that DATABASE_URL and ENCRYPTION_KEYS name, or of the running `npm start` of this DATA_DIR. */
function readSettings(): Config {
  const { dataDir, ports, env } = readStartSettings(process.env);
  if (env['DATABASE_URL'] && env['ENCRYPTION_KEYS'])
    return readConfig(completeEnv(env, { ...generateSecrets(), adminToken: 'none-is-needed-for-resealing' }, ports));
  if (!existsSync(secretsFile(dataDir)))
    throw new Error(`${dataDir} has no data of npm start. Set DATA_DIR, or DATABASE_URL and ENCRYPTION_KEYS.`);
  const POSTGRES_PORT = registeredPort(dataDir, 'postgres') ?? ports.POSTGRES_PORT;
  return readConfig(completeEnv(env, loadSecrets(dataDir), { ...ports, POSTGRES_PORT }));
}

async function reseal({ databaseUrl, encryptionKeys: keys, operatorEmail }: Config): Promise<void> {
  const database = openDatabase(databaseUrl, { poolMax: 2, applicationName: 'perennial-reseal' });
  try {
    await pingDatabase(database).catch(() => {
      throw new Error(
        `PostgreSQL at ${new URL(databaseUrl).host} does not answer. Start it, or npm start, and try again.`,
      );
    });
    const missingKeys = await describeMissingKeys(database, keys);
    if (missingKeys !== undefined) throw new Error(missingKeys);
    const notifyOperators = operatorEmail !== undefined;
    const report = await resealAll({ database, vault: createSecretVault(keys), keys, notifyOperators });
    console.log(describeResealing(report, keys[0]?.kid ?? ''));
    process.exitCode = report.remaining.length === 0 ? 0 : 1;
  } finally {
    await database.destroy();
  }
}

try {
  await reseal(readSettings());
} catch (error) {
  console.error(errorMessage(error));
  process.exitCode = 1;
}
