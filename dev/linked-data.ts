import { randomBytes } from 'node:crypto';
import { readlinkSync, realpathSync } from 'node:fs';
import { link, lstat, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { runningServer } from './postgres-server.ts';
import { writePrivateFile } from './private-file.ts';
import { tryLock } from './start-lock.ts';
import { sharedDirs } from './step-down.ts';

/*
 * PostgreSQL's files outside the data folder, behind a link: the user it runs as may not enter the data folder.
 *
 *   <shared folder>/data-<hex>/postgres      the files
 *   <shared folder>/data-<hex>/owners.json   every link that ever led there
 *   <shared folder>/data-<hex>/owner         a file of which each data folder holds a hard link, `postgres.owner`
 *
 * The number of hard links tells a data folder that was moved, wherever to, from one that was deleted. Two cases look like
 * a deletion: the data folder was copied or moved to another file system, for which the file `owner` had to be read, as
 * its access time then says; or it lies on another file system, where a hard link is not possible, and that one is not
 * mounted now. In both, the files stay for `graceMs` after the link was seen to be gone and they were last written.
 */
const graceMs = 30 * 86_400_000;
const neverRead = new Date('2000-01-01T00:00:00Z');
const lockWithinMs = 15_000;
const folderName = /^data-[0-9a-f]{12}$/;
const removedName = /^removed-[0-9a-f]{12}$/;
const ownersSchema = z.object({ links: z.array(z.string()), everyLinkIsTied: z.boolean() });

/** A new folder for PostgreSQL's files in this shared folder; undefined when it cannot be made there. */
export async function makeLinkedDataFolder(sharedDir: string): Promise<string | undefined> {
  const folder = join(sharedDir, `data-${randomBytes(6).toString('hex')}`);
  const made = await mkdir(folder, { recursive: true, mode: 0o711 }).catch(() => undefined);
  return made !== undefined && (await isOurDir(sharedDir)) ? folder : undefined;
}

/** Whether these are PostgreSQL's files in a folder that we made for them outside a data folder. */
export function isLinkedData(files: string, dirs = sharedDirs()): boolean {
  const folder = dirname(files);
  return folderName.test(basename(folder)) && dirs.includes(dirname(folder));
}

/** Records that a data folder's link leads to these files, at every start: the data folder may have been moved or copied. */
export async function recordOwner(ownLink: string, files: string): Promise<void> {
  const folder = dirname(files);
  if (!(await isOurDir(dirname(folder)))) return;
  await withLock(dirname(folder), async () => {
    if (!(await isOurDir(folder))) return;
    const { links, everyLinkIsTied } = (await readOwners(folder)) ?? { links: [], everyLinkIsTied: true };
    const isTied = await tie(join(folder, 'owner'), `${ownLink}.owner`, files);
    const owners = { links: [...new Set([...links, ownLink])], everyLinkIsTied: everyLinkIsTied && isTied };
    writePrivateFile(join(folder, 'owners.json'), `${JSON.stringify(owners, null, 2)}\n`);
  });
}

/** Removes PostgreSQL's files to which no data folder leads any more. What cannot be removed is said and stays. */
export async function removeAbandonedData(say: (sentence: string) => void, dirs = sharedDirs()): Promise<void> {
  for (const dir of dirs) {
    if (!(await isOurDir(dir))) continue;
    try {
      await setAside(dir, say);
      for (const name of (await readdir(dir)).filter((entry) => removedName.test(entry))) {
        if (await isOurDir(join(dir, name))) await rm(join(dir, name), { recursive: true, force: true, maxRetries: 3 });
      }
    } catch (error) {
      say(`PostgreSQL's abandoned files in ${dir} were not removed: ${String(error)}`);
    }
  }
}

/** Under the lock, no start can claim what is being judged; the long work of removing comes after it. */
async function setAside(dir: string, say: (sentence: string) => void): Promise<void> {
  await withLock(dir, async () => {
    for (const name of (await readdir(dir)).filter((entry) => folderName.test(entry))) {
      const folder = join(dir, name);
      const owners = (await isOurDir(folder)) ? await readOwners(folder) : undefined;
      if (owners === undefined || !(await isAbandoned(folder, owners))) continue;
      await rename(folder, join(dir, name.replace('data-', 'removed-')));
      say(`Removing ${folder}: PostgreSQL's files of ${owners.links.join(' and ')}, which was deleted.`);
    }
  });
}

async function isAbandoned(folder: string, owners: z.output<typeof ownersSchema>): Promise<boolean> {
  const files = join(folder, 'postgres');
  const missingSince = join(folder, 'missing-since');
  const owner = await lstat(join(folder, 'owner'));
  const isInUse =
    runningServer(files) !== undefined ||
    owner.nlink > 1 ||
    (await linksNearby(owners.links)).some((path) => mayLeadTo(path, files));
  if (isInUse) await rm(missingSince, { force: true });
  if (isInUse) return false;
  if (owners.everyLinkIsTied && owner.atimeMs === neverRead.getTime()) return true;
  await writeFile(missingSince, '', { flag: 'wx' }).catch(() => undefined);
  const lastWritten = await stat(join(files, 'global', 'pg_control')).catch(() => undefined);
  const since = Math.max((await stat(missingSince)).mtimeMs, lastWritten?.mtimeMs ?? 0);
  return Date.now() - since > graceMs;
}

/** The recorded links, and those of copies that lie next to their data folders, such as `.perennial.backup`. */
async function linksNearby(links: readonly string[]): Promise<string[]> {
  const copies = links.map(async (path) => {
    const parent = dirname(dirname(path));
    const names = await readdir(parent).catch(() => []);
    return names.map((name) => join(parent, name, basename(path)));
  });
  return [...links, ...(await Promise.all(copies)).flat()];
}

/** Only a path that certainly is not there, or leads elsewhere, counts as no link. */
function mayLeadTo(path: string, files: string): boolean {
  try {
    if (resolve(dirname(path), readlinkSync(path)) === files) return true;
    return realpathSync(path) === realpathSync(files);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EINVAL';
  }
}

/** True when both names are now the same file. */
async function tie(original: string, name: string, files: string): Promise<boolean> {
  try {
    const sentence = `PostgreSQL's files of this data folder are in ${files}. Keep this file: they are removed when no data folder holds it any more.\n`;
    // Access times that follow a read only when they are older than the last change, as is usual, do so from the start.
    await writeFile(original, sentence, { flag: 'wx', mode: 0o600 }).then(
      () => utimes(original, neverRead, new Date()),
      () => undefined,
    );
    const [one, other] = await Promise.all([lstat(original), lstat(name).catch(() => undefined)]);
    if (one.ino === other?.ino && one.dev === other.dev) return true;
    await rm(name, { force: true });
    await link(original, name);
    return true;
  } catch {
    return false;
  }
}

async function readOwners(folder: string): Promise<z.output<typeof ownersSchema> | undefined> {
  try {
    const path = join(folder, 'owners.json');
    const found = await lstat(path);
    if (!found.isFile() || found.uid !== process.getuid?.()) return undefined;
    return ownersSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** A folder, not a link to one, of ours: a shared place may hold anything. */
async function isOurDir(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return found !== undefined && found.isDirectory() && found.uid === process.getuid?.();
}

async function withLock(dir: string, work: () => Promise<void>): Promise<void> {
  const lock = join(dir, 'owners.lock');
  const deadline = Date.now() + lockWithinMs;
  for (;;) {
    const locked = tryLock(lock);
    if (typeof locked === 'function') {
      return work().finally(locked);
    }
    if (Date.now() > deadline) throw new Error(`${lock} is held by process ${locked}`);
    await delay(50);
  }
}
