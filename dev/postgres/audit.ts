import { describeReport, parseWitness } from '../../adapters/postgres/audit/describe-report.ts';
import { verifyAuditChain } from '../../adapters/postgres/audit/verify-chain.ts';
import { errorMessage } from '../process/error-message.ts';
import { runningEnvironment } from '../process/running-environment.ts';
import { withRunningDatabase } from './with-running-database.ts';

/** The first part of `npm run audit`: verifies the audit log. */
async function audit(witnessText: string | undefined): Promise<number> {
  const witness = witnessText === undefined ? undefined : parseWitness(witnessText);
  if (witnessText !== undefined && !witness)
    throw new Error(`"${witnessText}" is no row that an earlier run printed, such as 42:5f…. Copy it whole.`);
  const databaseUrl = String(runningEnvironment(process.env)['DATABASE_URL']);
  const report = await withRunningDatabase(databaseUrl, 'perennial-audit', (database) =>
    verifyAuditChain(database, witness),
  );
  console.log(describeReport(report));
  return report.faults.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await audit(process.argv[2]);
} catch (error) {
  console.error(errorMessage(error));
  process.exitCode = 2;
}
