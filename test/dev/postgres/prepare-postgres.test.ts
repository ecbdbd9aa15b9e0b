import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allocatePorts } from '../../../dev/ports.ts';
import { ensureDatabase, preparePostgres } from '../../../dev/postgres/prepare-postgres.ts';
import { RunningService } from '../../../dev/process/running-service.ts';
import { Supervisor } from '../../../dev/process/supervisor.ts';
import { eventually } from '../../setup/eventually.ts';

const password = "a password with '/@:";

describe('preparePostgres', () => {
  let dir: string;
  let pid: number | undefined;
  let printed: string[];
  let supervisor: Supervisor;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'postgres-'));
    chmodSync(dir, 0o711);
    printed = [];
    supervisor = newSupervisor();
  });

  afterEach(async () => {
    await supervisor.stop('postgres');
    rmSync(dir, { recursive: true, force: true });
  });

  function newSupervisor(): Supervisor {
    return new Supervisor({
      logDir: join(dir, 'logs'),
      print,
      onChange: (running) => (pid = running[0]?.pid),
      minRestartDelayMs: 20,
    });
  }

  const print = (sentence: string): void => void printed.push(sentence);

  async function start(dataDir = join(dir, 'data')): Promise<(database: string) => string> {
    const { port = 0 } = await allocatePorts([{ variable: 'port', port: 0, use: 'PostgreSQL' }]);
    const { service, url } = await preparePostgres({ dataDir, port, password, print });
    await supervisor.start(service);
    return url;
  }

  async function query(url: string, sql: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }

  it('restarts after kill -9 with everything that was committed', async () => {
    const url = await start();
    await ensureDatabase(url('postgres'), 'perennial');
    await query(url('perennial'), 'create table kept (value text)');
    await query(url('perennial'), "insert into kept values ('before')");
    process.kill(pid ?? 0, 'SIGKILL');
    await eventually(() => expect(printed).toContain('postgres is running again.'), { timeoutMs: 20_000 });
    expect(await query(url('perennial'), 'select value from kept')).toEqual([{ value: 'before' }]);
  });

  it('ends a server of an earlier run on the same data folder before it starts its own', async () => {
    const { port = 0 } = await allocatePorts([{ variable: 'port', port: 0, use: 'PostgreSQL' }]);
    const { service } = await preparePostgres({ dataDir: join(dir, 'data'), port, password, print });
    const leftover = new RunningService(service, () => {});
    expect(await leftover.becomesReady()).toBe(true);
    const url = await start();
    expect(await leftover.exited).toEqual({ code: 0, signal: null });
    expect(await query(url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('requires the password, and listens on loopback only', async () => {
    const url = await start();
    const { port, hostname } = new URL(url('postgres'));
    expect(hostname).toBe('127.0.0.1');
    await expect(query(`postgres://perennial:wrong@127.0.0.1:${port}/postgres`, 'select 1')).rejects.toThrow(
      /password/,
    );
    const settings = await query(
      url('postgres'),
      "select setting from pg_settings where name in ('listen_addresses', 'unix_socket_directories') order by name",
    );
    expect(settings).toEqual([{ setting: '127.0.0.1' }, { setting: '' }]);
  });

  it.runIf(process.getuid?.() === 0)(
    'keeps its data in a shared folder when its user cannot enter the data folder of root',
    async () => {
      const closed = join(dir, 'closed');
      mkdirSync(closed, { mode: 0o700 });
      const dataDir = join(closed, 'data');
      const url = await start(dataDir);
      expect(await query(url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(lstatSync(dataDir).isSymbolicLink()).toBe(true);
      const [row] = await query(url('postgres'), 'show data_directory');
      const real = dataDirectory(row);
      expect(readFileSync(join(real, 'PG_VERSION'), 'utf8').trim()).toBe('18');
      await supervisor.stop('postgres');
      rmSync(dirname(real), { recursive: true, force: true });
      await expect(start(dataDir)).rejects.toThrow('which is gone');
      expect(existsSync(real)).toBe(false);
    },
  );
});

function dataDirectory(row: unknown): string {
  if (typeof row === 'object' && row !== null && 'data_directory' in row) return String(row.data_directory);
  throw new Error('no data_directory');
}
