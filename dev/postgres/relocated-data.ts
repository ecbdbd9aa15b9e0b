import { randomBytes } from 'node:crypto';
import { readlinkSync, realpathSync } from 'node:fs';
import { link, lstat, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { pollUntil } from '../process/poll-until.ts';
import { writePrivateFile } from '../process/private-file.ts';
import { tryLock } from '../process/start-lock.ts';
import { sharedDirs } from './drop-privileges.ts';
import { findRunningServer } from './find-running-server.ts';

/*
 * PostgreSQL's files outside the data folder, behind a link, because the user it runs as may not enter the data folder:
 *
 *   <shared folder>/data-<hex>/postgres      the files
 *   <shared folder>/data-<hex>/owners.json   every link that ever led there
 *   <shared folder>/data-<hex>/owner         a file of which each data folder has a hard link, `postgres.owner`
 *
 * The number of hard links tells whether a data folder was deleted or only moved. Two cases look like a deletion but are
 * not. The data folder was copied or moved to another file system: that read the file `owner` and changed its access
 * time. Or it is on another file system, which has no hard link and may not be mounted now. In both cases the files stay
 * for `graceMs` after the link was first missing and after they were last written.
 */
const graceMs = 30 * 86_400_000;
const neverRead = new Date('2000-01-01T00:00:00Z');
const lockTimeoutMs = 15_000;
const folderName = /^data-[0-9a-f]{12}$/;
const removedName = /^removed-[0-9a-f]{12}$/;
/** `everyLinkIsTied`: next to every link there is a hard link to `owner`. */
const ownersSchema = z.object({ links: z.array(z.string()), everyLinkIsTied: z.boolean() });

type Owners = z.output<typeof ownersSchema>;

/** A new folder for PostgreSQL's files in this shared folder; undefined when it cannot be created there. */
export async function createRelocatedFolder(sharedDir: string): Promise<string | undefined> {
  const folder = join(sharedDir, `data-${randomBytes(6).toString('hex')}`);
  const created = await mkdir(folder, { recursive: true, mode: 0o711 }).catch(() => undefined);
  return created !== undefined && (await isOurDir(sharedDir)) ? folder : undefined;
}

/** Whether these files are in a folder that `createRelocatedFolder` created. */
export function isRelocatedData(files: string, dirs = sharedDirs()): boolean {
  const folder = dirname(files);
  return folderName.test(basename(folder)) && dirs.includes(dirname(folder));
}

/** Records at every start that a data folder's link leads to these files, as the data folder may have been moved or copied. */
export async function recordOwner(dataLink: string, files: string): Promise<void> {
  const folder = dirname(files);
  if (!(await isOurDir(dirname(folder)))) return;
  await withLock(dirname(folder), async () => {
    if (!(await isOurDir(folder))) return;
    const { links, everyLinkIsTied } = (await readOwners(folder)) ?? { links: [], everyLinkIsTied: true };
    const isTied = await hardLinkOwner(join(folder, 'owner'), `${dataLink}.owner`, files);
    const owners = { links: [...new Set([...links, dataLink])], everyLinkIsTied: everyLinkIsTied && isTied };
    writePrivateFile(join(folder, 'owners.json'), `${JSON.stringify(owners, null, 2)}\n`);
  });
}

/** Removes PostgreSQL's files that no data folder uses any more, and prints what it removes or cannot remove. */
export async function removeAbandonedData(print: (sentence: string) => void, dirs = sharedDirs()): Promise<void> {
  for (const dir of dirs) {
    if (!(await isOurDir(dir))) continue;
    try {
      await setAbandonedAside(dir, print);
      for (const name of (await readdir(dir)).filter((entry) => removedName.test(entry))) {
        if (await isOurDir(join(dir, name))) await rm(join(dir, name), { recursive: true, force: true, maxRetries: 3 });
      }
    } catch (error) {
      print(`PostgreSQL's unused files in ${dir} could not be removed: ${String(error)}`);
    }
  }
}

/** Only renames under the lock, which keeps other starts from using the files; removing them takes longer. */
async function setAbandonedAside(dir: string, print: (sentence: string) => void): Promise<void> {
  await withLock(dir, async () => {
    for (const name of (await readdir(dir)).filter((entry) => folderName.test(entry))) {
      const folder = join(dir, name);
      const owners = (await isOurDir(folder)) ? await readOwners(folder) : undefined;
      if (owners === undefined || !(await isAbandoned(folder, owners))) continue;
      await rename(folder, join(dir, name.replace('data-', 'removed-')));
      print(`Removing ${folder}: PostgreSQL's files of ${owners.links.join(' and ')}, which was deleted.`);
    }
  });
}

async function isAbandoned(folder: string, owners: Owners): Promise<boolean> {
  const files = join(folder, 'postgres');
  const missingSince = join(folder, 'missing-since');
  const owner = await lstat(join(folder, 'owner'));
  const isInUse =
    findRunningServer(files) !== undefined ||
    owner.nlink > 1 ||
    (await linksNearby(owners.links)).some((path) => mayLeadTo(path, files));
  if (isInUse) {
    await rm(missingSince, { force: true });
    return false;
  }
  if (owners.everyLinkIsTied && owner.atimeMs === neverRead.getTime()) return true;
  await writeFile(missingSince, '', { flag: 'wx' }).catch(() => undefined);
  const lastWritten = await stat(join(files, 'global', 'pg_control')).catch(() => undefined);
  const unusedSince = Math.max((await stat(missingSince)).mtimeMs, lastWritten?.mtimeMs ?? 0);
  return Date.now() - unusedSince > graceMs;
}

/** The recorded links, and those in copies next to their data folders, such as `.perennial.backup`. */
async function linksNearby(links: readonly string[]): Promise<string[]> {
  const copies = links.map(async (path) => {
    const parent = dirname(dirname(path));
    const names = await readdir(parent).catch(() => []);
    return names.map((name) => join(parent, name, basename(path)));
  });
  return [...links, ...(await Promise.all(copies)).flat()];
}

/** False only for a path that certainly does not exist or leads elsewhere. */
function mayLeadTo(path: string, files: string): boolean {
  try {
    if (resolve(dirname(path), readlinkSync(path)) === files) return true;
    return realpathSync(path) === realpathSync(files);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EINVAL';
  }
}

/** Makes `name` a hard link to `original`, which is created if missing; false when that is not possible. */
async function hardLinkOwner(original: string, name: string, files: string): Promise<boolean> {
  try {
    const sentence = `PostgreSQL's files of this data folder are in ${files}. Keep this file: without it they are removed.\n`;
    // File systems usually update an access time only when it is older than the last change, as this one is.
    await writeFile(original, sentence, { flag: 'wx', mode: 0o600 }).then(
      () => utimes(original, neverRead, new Date()),
      () => undefined,
    );
    const [target, existing] = await Promise.all([lstat(original), lstat(name).catch(() => undefined)]);
    if (target.ino === existing?.ino && target.dev === existing.dev) return true;
    await rm(name, { force: true });
    await link(original, name);
    return true;
  } catch {
    return false;
  }
}

async function readOwners(folder: string): Promise<Owners | undefined> {
  try {
    const path = join(folder, 'owners.json');
    const stats = await lstat(path);
    if (!stats.isFile() || stats.uid !== process.getuid?.()) return undefined;
    return ownersSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** A folder that we own, and not a link to one: a shared place may hold anything. */
async function isOurDir(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined);
  return stats !== undefined && stats.isDirectory() && stats.uid === process.getuid?.();
}

async function withLock(dir: string, work: () => Promise<void>): Promise<void> {
  const lock = join(dir, 'owners.lock');
  let result = tryLock(lock);
  await pollUntil(() => {
    if (typeof result === 'number') result = tryLock(lock);
    return typeof result === 'function';
  }, lockTimeoutMs);
  if (typeof result === 'number') throw new Error(`${lock} is held by process ${result}`);
  return work().finally(result);
}
