import { join } from 'node:path';
import { ConfigError } from '../config.ts';
import { settlePorts } from './ports.ts';
import { makePrivateDir } from './private-file.ts';
import { endLeftovers, removeRunFile, writeRunFile } from './run-file.ts';
import { loadStackSecrets } from './stack-secrets.ts';
import { startStack, stopStack } from './stack.ts';
import { claimDataDir } from './start-lock.ts';
import { completeEnvironment, readStartSettings } from './start-settings.ts';
import { Supervisor } from './supervisor.ts';
import { welcomeText } from './welcome.ts';

/** npm and the terminal may each pass the same Ctrl-C on to us: only a later one means "at once". */
const sameCtrlCWithinMs = 1500;

const say = (sentence: string): void => console.log(sentence);

/** `npm start`: brings up every part, tells where it is, and stays until it is told to stop. */
async function start(): Promise<void> {
  const settings = readStartSettings(process.env);
  const { dataDir } = settings;
  makePrivateDir(dataDir, process.getuid?.() === 0);
  process.once('exit', claimDataDir(dataDir));
  await endLeftovers(dataDir);
  const secrets = loadStackSecrets(dataDir);
  const ports = { ...settings.ports, ...(await settlePorts(settings.portWishes)) };
  const env = { ...completeEnvironment(process.env, secrets, ports), DATA_DIR: dataDir };
  const supervisor = new Supervisor({
    logDir: join(dataDir, 'logs'),
    say,
    onChange: (running) => writeRunFile(dataDir, running),
  });

  let isStopping = false;
  const stop = async (exitCode: number): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    say('Stopping …');
    supervisor.refuseMore();
    await stopStack(supervisor);
    removeRunFile(dataDir);
    say('Stopped.');
    process.exit(exitCode);
  };
  stopOnSignals(supervisor, () => stop(0));

  try {
    await startStack({ settings, ports, secrets, env, supervisor, say });
    say(await welcomeText({ settings, ports, env, adminTokenWasGiven: Boolean(process.env['ADMIN_TOKEN']) }));
  } catch (error) {
    // What was being started when Ctrl-C came fails because of it: that is no news.
    if (!isStopping) console.error(error instanceof Error ? error.message : error);
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

// Node would end here with exit code 13 and no word about it.
process.once('beforeExit', () => {
  console.error(
    'Perennial ended before it was ready: nothing was left that it waited for. Start it again; if that happens twice, report it with the lines above.',
  );
  process.exit(1);
});

// Whoever read our output may be gone before we have stopped everything.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof ConfigError) console.error('docs/configuration.md lists every variable.');
  process.exit(1);
}
