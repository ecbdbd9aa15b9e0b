import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  isRelocatedData,
  createRelocatedFolder,
  recordOwner,
  removeAbandonedData,
} from '../../../dev/postgres/relocated-data.ts';

const dayMs = 86_400_000;

describe("PostgreSQL's files outside the data folder", () => {
  let dir: string;
  let shared: string;
  let printed: string[];

  beforeEach(() => {
    dir = realpathSync(mkdtempSync(join(tmpdir(), 'linked-')));
    shared = join(dir, 'shared');
    printed = [];
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const remove = (): Promise<void> => removeAbandonedData((sentence) => printed.push(sentence), [shared]);

  /** Creates what a start leaves whose PostgreSQL files have to be outside this data folder. */
  async function startIn(dataDir: string): Promise<string> {
    const files = join((await createRelocatedFolder(shared)) ?? '', 'postgres');
    mkdirSync(files);
    writeFileSync(join(files, 'PG_VERSION'), '18\n');
    mkdirSync(dataDir, { recursive: true });
    symlinkSync(files, join(dataDir, 'postgres'));
    await recordOwner(join(dataDir, 'postgres'), files);
    return files;
  }

  /** The state after a start whose data folder is on another file system than the files. */
  function untie(files: string, dataDir: string): void {
    rmSync(join(dataDir, 'postgres.owner'));
    const owners = { links: [join(dataDir, 'postgres')], everyLinkIsTied: false };
    writeFileSync(join(dirname(files), 'owners.json'), JSON.stringify(owners));
  }

  it('are removed after their data folder was deleted, with a message; those of another data folder stay', async () => {
    const [gone, kept] = [await startIn(join(dir, 'gone')), await startIn(join(dir, 'kept'))];
    expect(isRelocatedData(kept, [shared])).toBe(true);
    rmSync(join(dir, 'gone'), { recursive: true });
    await remove();
    expect(existsSync(dirname(gone))).toBe(false);
    expect(existsSync(join(kept, 'PG_VERSION'))).toBe(true);
    expect(printed).toEqual([
      `Removing ${dirname(gone)}: PostgreSQL's files of ${join(dir, 'gone', 'postgres')}, which was deleted.`,
    ]);
  });

  it('stay when the data folder was moved, and are removed when the moved folder is deleted', async () => {
    const files = await startIn(join(dir, 'a', 'data'));
    renameSync(join(dir, 'a'), join(dir, 'b'));
    await remove();
    expect(existsSync(files)).toBe(true);
    await recordOwner(join(dir, 'b', 'data', 'postgres'), files);
    await remove();
    expect(existsSync(files)).toBe(true);
    rmSync(join(dir, 'b'), { recursive: true });
    await remove();
    expect(existsSync(dirname(files))).toBe(false);
  });

  it('stay when the data folder was deleted but a copy next to it exists, or was started', async () => {
    const files = await startIn(join(dir, 'data'));
    cpSync(join(dir, 'data'), join(dir, 'data.backup'), { recursive: true, verbatimSymlinks: true });
    rmSync(join(dir, 'data'), { recursive: true });
    await remove();
    expect(existsSync(files)).toBe(true);
    await recordOwner(join(dir, 'data.backup', 'postgres'), files);
    mkdirSync(join(dir, 'elsewhere'));
    renameSync(join(dir, 'data.backup'), join(dir, 'elsewhere', 'data'));
    await remove();
    expect(existsSync(files)).toBe(true);
  });

  it('stay while a server runs on them', async () => {
    const files = await startIn(join(dir, 'data'));
    const server = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'postgres', '-D', files]);
    try {
      writeFileSync(join(files, 'postmaster.pid'), `${server.pid}\n`);
      rmSync(join(dir, 'data'), { recursive: true });
      await remove();
      expect(existsSync(files)).toBe(true);
    } finally {
      server.kill('SIGKILL');
    }
  });

  it('stay for thirty days when the data folder may be on a disk that is not mounted', async () => {
    const dataDir = join(dir, 'disk', 'data');
    const files = await startIn(dataDir);
    untie(files, dataDir);
    const since = join(dirname(files), 'missing-since');
    const daysAgo = (days: number): void => utimesSync(since, new Date(), new Date(Date.now() - days * dayMs));
    renameSync(join(dir, 'disk'), join(dir, 'unmounted'));
    await remove();
    daysAgo(29);
    await remove();
    expect(existsSync(files)).toBe(true);
    renameSync(join(dir, 'unmounted'), join(dir, 'disk'));
    daysAgo(31);
    await remove();
    expect(existsSync(since)).toBe(false);
    rmSync(join(dir, 'disk'), { recursive: true });
    await remove();
    expect(Date.now() - statSync(since).mtimeMs).toBeLessThan(dayMs);
    daysAgo(31);
    await remove();
    expect(existsSync(dirname(files))).toBe(false);
  });

  it('stay for thirty days when the data folder may have been copied before it was deleted', async () => {
    const files = await startIn(join(dir, 'data'));
    const tied = join(dir, 'data', 'postgres.owner');
    // What reading does, unless the file system records no access times.
    utimesSync(tied, new Date(), statSync(tied).mtime);
    rmSync(join(dir, 'data'), { recursive: true });
    await remove();
    expect(existsSync(files)).toBe(true);
    const longAgo = new Date(Date.now() - 31 * dayMs);
    utimesSync(join(dirname(files), 'missing-since'), longAgo, longAgo);
    await remove();
    expect(existsSync(dirname(files))).toBe(false);
  });

  it('are never confused with a folder that no start created, or with the target of a link', async () => {
    const files = await startIn(join(dir, 'data'));
    const unmarked = join(shared, 'data-000000000000');
    mkdirSync(join(unmarked, 'postgres'), { recursive: true });
    const outside = join(dir, 'outside');
    renameSync(dirname(files), outside);
    symlinkSync(outside, join(shared, 'data-111111111111'));
    symlinkSync(outside, join(shared, 'removed-111111111111'));
    rmSync(join(dir, 'data'), { recursive: true });
    await remove();
    expect(existsSync(unmarked)).toBe(true);
    expect(existsSync(join(outside, 'postgres', 'PG_VERSION'))).toBe(true);
  });

  it('are removed by one of two concurrent starts, and by the next start when that one was interrupted', async () => {
    const [first, second] = [await startIn(join(dir, 'first')), await startIn(join(dir, 'second'))];
    rmSync(join(dir, 'first'), { recursive: true });
    rmSync(join(dir, 'second'), { recursive: true });
    renameSync(dirname(first), dirname(first).replace('data-', 'removed-'));
    await Promise.all([remove(), remove()]);
    expect(existsSync(dirname(first).replace('data-', 'removed-'))).toBe(false);
    expect(existsSync(dirname(second))).toBe(false);
    expect(printed).toHaveLength(1);
  });
});
