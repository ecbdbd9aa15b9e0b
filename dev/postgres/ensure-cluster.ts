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
import { minimalEnv } from '../process/minimal-env.ts';
import { runCommand } from '../process/run-command.ts';
import { canWriteIn, sharedDirs } from './drop-privileges.ts';
import type { UnprivilegedUser } from './drop-privileges.ts';
import { createRelocatedFolder, isRelocatedData, recordOwner } from './relocated-data.ts';

export const superuser = 'perennial';
const majorVersion = '18';

export interface ClusterOptions {
  /** Becomes a link when `user` cannot reach it, such as a folder in root's home. */
  readonly requestedDir: string;
  readonly binariesDir: string;
  readonly user: UnprivilegedUser | undefined;
  readonly password: string;
}

/** The folder of the cluster, which the first call creates. */
export async function ensureCluster(options: ClusterOptions): Promise<string> {
  const dataDir = await locate(options.requestedDir, options.user);
  const version = await readFile(join(dataDir, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) await initialize(dataDir, options);
  else if (version.trim() !== majorVersion) {
    throw new Error(
      `${dataDir} was created by PostgreSQL ${version.trim()}, this is ${majorVersion}: move it away, or set DATABASE_URL.`,
    );
  }
  return dataDir;
}

async function locate(requestedDir: string, user: UnprivilegedUser | undefined): Promise<string> {
  const stats = await lstat(requestedDir).catch(() => undefined);
  if (stats?.isSymbolicLink()) return followLink(requestedDir);
  const parent = dirname(requestedDir);
  await mkdir(parent, { recursive: true, mode: user === undefined ? 0o700 : 0o711 });
  if (user === undefined || stats !== undefined) return requestedDir;
  const isReachable = await canUserWrite(`${requestedDir}.probe-`, user);
  return isReachable ? requestedDir : linkToSharedDir(requestedDir, user);
}

async function followLink(link: string): Promise<string> {
  const target = resolve(dirname(link), await readlink(link));
  if (isRelocatedData(target)) await recordOwner(link, target);
  return realpath(link).catch(() => {
    throw new Error(`${link} leads to ${target}, which is gone: put it back, or remove the link to start empty.`);
  });
}

async function linkToSharedDir(link: string, user: UnprivilegedUser): Promise<string> {
  for (const dir of sharedDirs()) {
    const folder = await createRelocatedFolder(dir);
    if (folder === undefined) continue;
    if (!(await canUserWrite(join(folder, 'probe-'), user))) {
      await rmdir(folder);
      continue;
    }
    const target = join(folder, 'postgres');
    await mkdir(target);
    // The link comes first: data that has a recorded owner but no link counts as abandoned.
    await symlink(target, link);
    await recordOwner(link, target);
    return target;
  }
  throw new Error(
    `PostgreSQL's data cannot be kept in ${link}: the user it runs as cannot reach it. Set DATA_DIR to another folder.`,
  );
}

/** Whether `user` reaches a folder of its own at this prefix. */
async function canUserWrite(prefix: string, user: UnprivilegedUser): Promise<boolean> {
  const probe = await createOwnedDir(prefix, user);
  const canWrite = canWriteIn(probe, user);
  await rmdir(probe);
  return canWrite;
}

async function createOwnedDir(prefix: string, user: UnprivilegedUser | undefined): Promise<string> {
  const dir = await mkdtemp(prefix);
  if (user !== undefined) await chown(dir, user.uid, user.gid);
  return dir;
}

/** initdb runs in a temporary folder that is then renamed, so that an interruption leaves no incomplete cluster. */
async function initialize(dataDir: string, { binariesDir, user, password }: ClusterOptions): Promise<void> {
  const incomplete = await createOwnedDir(`${dataDir}.new-`, user);
  const passwordFile = `${incomplete}.pw`;
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (user !== undefined) await chown(passwordFile, user.uid, user.gid);
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = ['--auth=scram-sha-256', `--username=${superuser}`, `--pwfile=${passwordFile}`];
    const args = [...locale, ...access, '--no-instructions', '-D', incomplete];
    const env = minimalEnv();
    const { code, output } = await runCommand(join(binariesDir, 'bin', 'initdb'), args, { ...user, cwd: '/', env });
    if (code !== 0) {
      throw new Error(`PostgreSQL's data could not be created (initdb: exit code ${code}):\n${output.trim()}`);
    }
    await rmdir(dataDir).catch(() => undefined);
    await rename(incomplete, dataDir);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(incomplete, { recursive: true, force: true });
  }
}
