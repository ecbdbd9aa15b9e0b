/** `npm run reseal`: seals every value in the database with the current key, and prints which keys are still in use. */
import { describeMissingKeys } from '../../adapters/postgres/sealed-values/key-usage.ts';
import { describeResealing, resealAll } from '../../adapters/postgres/sealed-values/reseal-all.ts';
import { createSecretVault } from '../../adapters/secrets/secret-vault.ts';
import { type Config, readConfig } from '../../config.ts';
import { errorMessage } from '../process/error-message.ts';
import { runningEnvironment } from '../process/running-environment.ts';
import { generateSecrets } from '../secrets.ts';
import { completeEnv, readStartSettings } from '../settings.ts';
import { withRunningDatabase } from './with-running-database.ts';

/** Of an installation, DATABASE_URL and ENCRYPTION_KEYS are enough. */
function readSettings(): Config {
  const env = runningEnvironment(process.env);
  if (!env['ENCRYPTION_KEYS'])
    throw new Error('ENCRYPTION_KEYS is missing. Set the keys of the processes that use DATABASE_URL.');
  const unused = { ...generateSecrets(), adminToken: 'none-is-needed-for-resealing' };
  return readConfig(completeEnv(env, unused, readStartSettings(process.env).ports));
}

async function reseal({ databaseUrl, encryptionKeys: keys, operatorEmail }: Config): Promise<number> {
  const notifyOperators = operatorEmail !== undefined;
  const report = await withRunningDatabase(databaseUrl, 'perennial-reseal', async (database) => {
    const missingKeys = await describeMissingKeys(database, keys);
    if (missingKeys !== undefined) throw new Error(missingKeys);
    return resealAll({ database, vault: createSecretVault(keys), keys, notifyOperators });
  });
  console.log(describeResealing(report, keys[0]?.kid ?? ''));
  return report.remaining.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await reseal(readSettings());
} catch (error) {
  console.error(errorMessage(error));
  process.exitCode = 1;
}
