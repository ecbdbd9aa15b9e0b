import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeReport, parseWitness } from '../../adapters/postgres/audit/describe-report.ts';
import { verifyAuditChain } from '../../adapters/postgres/audit/verify-chain.ts';
import { openDatabase } from '../../adapters/postgres/db/database.ts';
import { errorMessage } from '../process/error-message.ts';
import { loadSecrets } from '../secrets.ts';
import { completeEnv, readStartSettings } from '../settings.ts';

/** `npm run audit`: verifies the audit log in DATABASE_URL, else in the PostgreSQL of the running `npm start`. */
async function audit(witnessText: string | undefined): Promise<number> {
  const witness = witnessText === undefined ? undefined : parseWitness(witnessText);
  if (witnessText !== undefined && !witness)
    throw new Error(`"${witnessText}" is no row that an earlier run printed, such as 42:5f…. Copy it whole.`);
  const database = openDatabase(databaseUrl(), { poolMax: 1, applicationName: 'perennial-audit' });
  try {
    const report = await verifyAuditChain(database, witness);
    console.log(describeReport(report));
    return report.faults.length > 0 ? 1 : 0;
  } finally {
    await database.destroy();
  }
}

function databaseUrl(): string {
  const { env, dataDir, ports, embedded } = readStartSettings(process.env);
  if (!embedded.postgres) return String(env['DATABASE_URL']);
  // The port of the running server, which may not be the default one.
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  if (!existsSync(pidFile)) throw new Error('PostgreSQL is not running. Run `npm start` first, or set DATABASE_URL.');
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3]);
  return String(completeEnv(env, loadSecrets(dataDir), { ...ports, POSTGRES_PORT: port })['DATABASE_URL']);
}

try {
  process.exitCode = await audit(process.argv[2]);
} catch (error) {
  console.error(errorMessage(error));
  process.exitCode = 2;
}
