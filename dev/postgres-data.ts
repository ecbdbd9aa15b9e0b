import { spawn } from 'node:child_process';
import {
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  rmdir,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isLinkedData, makeLinkedDataFolder, recordOwner } from './linked-data.ts';
import { minimalEnv } from './minimal-env.ts';
import { canWriteIn, sharedDirs } from './step-down.ts';
import type { StepDownUser } from './step-down.ts';

export const superuser = 'perennial';
const majorVersion = '18';

export interface ClusterOptions {
  /** Where the cluster should be; becomes a link when `user` cannot get there, such as below root's home. */
  readonly wantedDir: string;
  readonly binariesDir: string;
  readonly user: StepDownUser | undefined;
  readonly password: string;
}

/** The folder of a ready cluster, made at the first call. */
export async function ensureCluster(options: ClusterOptions): Promise<string> {
  const dataDir = await locate(options.wantedDir, options.user);
  const version = await readFile(join(dataDir, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) await initialize(dataDir, options);
  else if (version.trim() !== majorVersion) {
    throw new Error(
      `${dataDir} was made by PostgreSQL ${version.trim()}, this is ${majorVersion}: move it away, or set DATABASE_URL.`,
    );
  }
  return dataDir;
}

async function locate(wantedDir: string, user: StepDownUser | undefined): Promise<string> {
  const found = await lstat(wantedDir).catch(() => undefined);
  if (found?.isSymbolicLink()) return followLink(wantedDir);
  const parent = dirname(wantedDir);
  await mkdir(parent, { recursive: true, mode: user === undefined ? 0o700 : 0o711 });
  if (user === undefined || found !== undefined) return wantedDir;
  const probe = await ownedDir(`${wantedDir}.probe-`, user);
  const reachable = canWriteIn(probe, user);
  await rmdir(probe);
  return reachable ? wantedDir : linkToSharedDir(wantedDir, user);
}

async function followLink(wantedDir: string): Promise<string> {
  const target = resolve(dirname(wantedDir), await readlink(wantedDir));
  if (isLinkedData(target)) await recordOwner(wantedDir, target);
  return realpath(wantedDir).catch(() => {
    throw new Error(`${wantedDir} leads to ${target}, which is gone: put it back, or remove the link to start empty.`);
  });
}

async function linkToSharedDir(wantedDir: string, user: StepDownUser): Promise<string> {
  for (const dir of sharedDirs()) {
    const folder = await makeLinkedDataFolder(dir);
    if (folder === undefined) continue;
    const probe = await ownedDir(join(folder, 'probe-'), user);
    const reachable = canWriteIn(probe, user);
    await rmdir(probe);
    if (!reachable) {
      await rmdir(folder);
      continue;
    }
    const target = join(folder, 'postgres');
    await mkdir(target);
    // First the link: what has an owner on record but no link to it counts as abandoned.
    await symlink(target, wantedDir);
    await recordOwner(wantedDir, target);
    return target;
  }
  throw new Error(
    `PostgreSQL's data cannot be kept in ${wantedDir}: the user it runs as cannot reach it. Set DATA_DIR to another folder.`,
  );
}

async function ownedDir(prefix: string, user: StepDownUser | undefined): Promise<string> {
  const dir = await mkdtemp(prefix);
  if (user !== undefined) await chown(dir, user.uid, user.gid);
  return dir;
}

/** initdb works beside the final place and is moved there complete, so that an interruption leaves nothing half-made. */
async function initialize(dataDir: string, { binariesDir, user, password }: ClusterOptions): Promise<void> {
  const fresh = await ownedDir(`${dataDir}.new-`, user);
  const passwordFile = `${fresh}.pw`;
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (user !== undefined) await chown(passwordFile, user.uid, user.gid);
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = ['--auth=scram-sha-256', `--username=${superuser}`, `--pwfile=${passwordFile}`];
    await run(join(binariesDir, 'bin', 'initdb'), [...locale, ...access, '--no-instructions', '-D', fresh], user);
    await rmdir(dataDir).catch(() => undefined);
    await rename(fresh, dataDir);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(fresh, { recursive: true, force: true });
  }
}

function run(file: string, args: readonly string[], user: StepDownUser | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...user, cwd: '/', env: minimalEnv(), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`PostgreSQL's data could not be made (initdb: exit code ${code}):\n${output.trim()}`)),
    );
  });
}
