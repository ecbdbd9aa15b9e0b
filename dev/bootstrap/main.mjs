import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { buildIfNeeded } from './build.mjs';
import { runCheck } from './check.mjs';
import { runChild } from './child.mjs';
import { installIfNeeded } from './install.mjs';
import { PlainFailure, projectRoot } from './project.mjs';
import { runTests } from './run-tests.mjs';

const commands = {
  start: (args) => runChild(process.execPath, ['--enable-source-maps', 'dist/dev/start.js', ...args]),
  test: (args) => runTests(args),
  build: async () => 0,
  check: () => runCheck(),
};

/** Makes the checkout ready, then becomes the asked command; a failure is one plain sentence and exit code 1. */
export async function main(command, args) {
  process.chdir(projectRoot);
  // Whoever read our output may be gone before we have stopped everything.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  try {
    const run = Object.hasOwn(commands, command ?? '') ? commands[command] : undefined;
    if (run === undefined) throw new PlainFailure(`Say what to do: ${Object.keys(commands).join(', ')}.`);
    refuseForeignPlatforms();
    await installIfNeeded();
    // The type check of `check` names a compile error better than a build that stops everything.
    await buildIfNeeded({ mayHaveTypeErrors: command === 'check' });
    process.exitCode = await run(args);
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

function refuseForeignPlatforms() {
  if (platform() === 'win32') throw new PlainFailure('Perennial runs on Linux and macOS; on Windows use WSL 2.');
  if (existsSync('/etc/alpine-release')) {
    throw new PlainFailure(
      'Perennial needs a Linux with glibc (Debian, Ubuntu, Fedora …): Temporal has no build for Alpine.',
    );
  }
}
