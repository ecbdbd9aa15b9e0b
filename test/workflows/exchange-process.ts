/** A worker process that sends codes to Amazon and never stores the answer: it can be killed in that very moment. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type ActivityHarness } from '../activities/activity-harness.ts';
import { temporalAddress } from '../setup/temporal.ts';

const program = `
  const { ADDRESS, TASK_QUEUE, DATABASE, KEY, LWA, SECRET, COMPILED } = process.env;
  const { NativeConnection, Worker } = await import('@temporalio/worker');
  const load = (path) => import(COMPILED + '/' + path);
  const { exchangeAuthorizationCode } = await load('activities/exchange-code.js');
  const { createAmazonSeller } = await load('adapters/amazon/amazon-seller.js');
  const { openDatabase } = await load('adapters/postgres/db/database.js');
  const { createRepositories } = await load('adapters/postgres/index.js');
  const { createSecretVault } = await load('adapters/secrets/secret-vault.js');
  const vault = createSecretVault([{ kid: 'test', key: new Uint8Array(Buffer.from(KEY, 'base64')) }]);
  const { consents, stores } = createRepositories(openDatabase(DATABASE), vault, { publicUrl: 'http://localhost' });
  const clientSecrets = {
    listInForce: async () => [{ id: 'fixed', secret: SECRET, isVerified: true }],
    markVerified: async () => undefined,
  };
  const amazon = createAmazonSeller(
    { lwaUrl: LWA, spapiUrl: { NA: LWA, EU: LWA }, clientId: 'client-id' },
    { userAgent: 'Perennial/test (Language=TypeScript)', clientSecrets },
  );
  const saveRefreshToken = () => {
    process.send('answered');
    return new Promise(() => {});
  };
  const deps = { amazon, stores, consents: { ...consents, saveRefreshToken } };
  const connection = await NativeConnection.connect({ address: ADDRESS });
  const worker = await Worker.create({
    connection,
    taskQueue: TASK_QUEUE,
    activities: { exchangeAuthorizationCode: (consentId) => exchangeAuthorizationCode(deps, consentId) },
  });
  await worker.run();`;

export interface ExchangeProcess {
  /** Resolves when Amazon has answered, and the answer is about to be stored. */
  readonly answered: Promise<unknown>;
  kill(): Promise<void>;
}

export function startExchangeProcess(
  harness: ActivityHarness,
  { taskQueue, compiledDir }: { readonly taskQueue: string; readonly compiledDir: string },
): ExchangeProcess {
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: {
      ADDRESS: temporalAddress(),
      TASK_QUEUE: taskQueue,
      DATABASE: harness.url,
      KEY: Buffer.from(harness.keys[0]?.key ?? []).toString('base64'),
      LWA: harness.lwaUrl,
      SECRET: harness.clientSecret,
      COMPILED: compiledDir,
    },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const exited = once(child, 'exit');
  return {
    answered: once(child, 'message'),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
