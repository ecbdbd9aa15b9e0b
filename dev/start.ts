import { join } from 'node:path';
import { ConfigError } from '../config/variables.ts';
import { allocatePorts } from './ports.ts';
import { errorMessage } from './process/error-message.ts';
import { makePrivateDir } from './process/private-file.ts';
import { endLeftoverProcesses, removeProcessRegistry, writeProcessRegistry } from './process/process-registry.ts';
import { lockDataDir } from './process/start-lock.ts';
import { Supervisor } from './process/supervisor.ts';
import { loadSecrets } from './secrets.ts';
import { completeEnv, readStartSettings } from './settings.ts';
import { startStack, stopStack } from './stack.ts';
import { welcomeText } from './welcome.ts';

/** npm and the terminal may each forward the same Ctrl-C; only a later one means "stop at once". */
const sameCtrlCWithinMs = 1500;

const print = (sentence: string): void => console.log(sentence);

/** `npm start`: starts every service, prints where each is, and runs until it is stopped. */
async function start(): Promise<void> {
  const settings = readStartSettings(process.env);
  const { dataDir } = settings;
  makePrivateDir(dataDir, { traversable: process.getuid?.() === 0 });
  process.once('exit', lockDataDir(dataDir));
  await endLeftoverProcesses(dataDir);
  const secrets = loadSecrets(dataDir);
  const ports = { ...settings.ports, ...(await allocatePorts(settings.portRequests)) };
  const env = { ...completeEnv(settings.env, secrets, ports), DATA_DIR: dataDir };
  const supervisor = new Supervisor({
    logDir: join(dataDir, 'logs'),
    print,
    onChange: (running) => writeProcessRegistry(dataDir, running),
  });

  let isStopping = false;
  const stop = async (exitCode: number): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    print('Stopping …');
    supervisor.refuseStarts();
    await stopStack(supervisor);
    removeProcessRegistry(dataDir);
    print('Stopped.');
    process.exit(exitCode);
  };
  stopOnSignals(supervisor, () => stop(0));

  try {
    await startStack({ settings, ports, secrets, env, supervisor, print });
    print(await welcomeText({ settings, ports, env, adminTokenFromVariable: Boolean(settings.env['ADMIN_TOKEN']) }));
  } catch (error) {
    // After Ctrl-C, services that were still starting fail: those errors are expected.
    if (!isStopping) console.error(errorMessage(error));
    await stop(1);
  }
}

function stopOnSignals(supervisor: Supervisor, stop: () => Promise<void>): void {
  let firstAt: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (firstAt === undefined) void stop();
      else if (Date.now() - firstAt > sameCtrlCWithinMs) {
        supervisor.killAll();
        process.exit(1);
      }
      firstAt ??= Date.now();
    });
  }
}

// Without this, Node would exit with code 13 and print nothing.
process.once('beforeExit', () => {
  console.error(
    'Perennial exited before it was ready. Start it again; if that happens twice, report it with the lines above.',
  );
  process.exit(1);
});

// The reader of our output may exit before everything has stopped.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

try {
  await start();
} catch (error) {
  console.error(errorMessage(error));
  if (error instanceof ConfigError) console.error('docs/configuration.md lists every variable.');
  process.exit(1);
}
