import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { buildIfNeeded } from './build.mjs';
import { runCheck } from './check.mjs';
import { runChild } from './child.mjs';
import { installIfNeeded } from './install.mjs';
import { projectRoot, UserError } from './project.mjs';
import { runTests } from './run-tests.mjs';

/** Without the API, the console and whole products. They import the sources, so nothing has to be built. */
const fastTests = ['domain', 'workflows', 'activities', 'adapters', 'locales'].map((folder) => `test/${folder}/`);

/** Exit code of `npm run audit` and `npm run recover`. */
const couldNotCompare = 2;

const commands = {
  start: (args) => runChild(process.execPath, ['--enable-source-maps', 'dist/dev/start.js', ...args]),
  test: (args) => runTests(args),
  'test:fast': () => runTests(fastTests),
  build: async () => 0,
  reseal: () => runChild(process.execPath, ['--enable-source-maps', 'dist/dev/postgres/reseal.js']),
  check: () => runCheck(),
  nudge: (args) => runChild(process.execPath, ['dist/adapters/temporal/nudge.js', ...args]),
  recover: (args) => runRecovery(args),
  audit: (args) => runAudit(args),
};

/** Installs and builds what is missing, then runs the command. An error that the user can fix is printed without a stack. */
export async function main(command, args) {
  process.chdir(projectRoot);
  // The reader of our output may exit before everything has stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  try {
    const run = Object.hasOwn(commands, command ?? '') ? commands[command] : undefined;
    if (run === undefined) throw new UserError(`Unknown command. Use one of: ${Object.keys(commands).join(', ')}.`);
    requireSupportedPlatform();
    await installIfNeeded();
    // `check` reports type errors itself and runs the other checks too.
    if (command !== 'test:fast') await buildIfNeeded({ allowTypeErrors: command === 'check' });
    process.exitCode = await run(args);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** The audit log by itself, with the row that an earlier run has printed, then PostgreSQL and Temporal side by side. */
async function runAudit(args) {
  const isRow = (arg) => /^\d+:/.test(arg);
  const others = args.filter((arg) => !isRow(arg));
  if (others.length > 0) return runRecovery(['audit', ...others]);
  const log = ['--enable-source-maps', 'dist/dev/postgres/audit.js', ...args];
  const ofLog = await runChild(process.execPath, log);
  return ofLog === couldNotCompare ? ofLog : Math.max(ofLog, await runRecovery(['audit']));
}

async function runRecovery(args) {
  const command = ['--enable-source-maps', 'dist/recovery/cli.js', ...args];
  if (args.includes('--help')) return runChild(process.execPath, command);
  const { runningEnvironment } = await import('../../dist/dev/process/running-environment.js');
  let env;
  try {
    env = runningEnvironment(process.env);
  } catch (error) {
    console.error(error.message);
    return couldNotCompare;
  }
  return runChild(process.execPath, command, env);
}

function requireSupportedPlatform() {
  if (platform() === 'win32') throw new UserError('Perennial runs on Linux and macOS; on Windows use WSL 2.');
  if (existsSync('/etc/alpine-release')) {
    throw new UserError(
      'Perennial needs a Linux with glibc (Debian, Ubuntu, Fedora …): Temporal has no build for Alpine.',
    );
  }
}
