import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { processIdentity } from '../../dev/process/process-identity.ts';
import { compileProject } from '../setup/compile-project.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { stubPrograms } from './stub-programs.ts';

const runFile = z.object({
  startPid: z.number(),
  parts: z.record(z.string(), z.object({ pid: z.number(), port: z.number().optional() })),
});

const portVariables = [
  'PORT',
  'TEMPORAL_PORT',
  'TEMPORAL_UI_PORT',
  'POSTGRES_PORT',
  'SIMULATOR_PORT',
  'MAIL_SMTP_PORT',
  'MAIL_UI_PORT',
];
const anyPorts = Object.fromEntries(portVariables.map((name) => [name, '0']));

interface Started {
  readonly child: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  ready(): Promise<void>;
}

describe('npm start', { timeout: limitMs(90_000) }, () => {
  let compiled: string;
  let dataDir: string;
  const started: ChildProcess[] = [];

  beforeAll(() => {
    compiled = compileProject();
    for (const [path, program] of Object.entries(stubPrograms)) {
      mkdirSync(dirname(join(compiled, path)), { recursive: true });
      writeFileSync(join(compiled, path), program);
    }
  });
  afterAll(() => rmSync(compiled, { recursive: true, force: true }));

  function newDataDir(): string {
    const dir = mkdtempSync(join(tmpdir(), 'start-'));
    // As root, PostgreSQL runs as another user, who must be able to pass through.
    chmodSync(dir, 0o711);
    return join(dir, 'data');
  }

  async function cleanUp(): Promise<void> {
    for (const child of started.splice(0)) await ended(child, 'SIGTERM');
    rmSync(dirname(dataDir), { recursive: true, force: true });
  }

  /** Runs the start; `output` grows while it runs. */
  function start(env: Record<string, string> = {}): Started {
    const { PATH = '', HOME = '', XDG_CACHE_HOME = '' } = process.env;
    const child = spawn(process.execPath, [join(compiled, 'dev', 'start.js')], {
      env: { PATH, HOME, XDG_CACHE_HOME, DATA_DIR: dataDir, ...anyPorts, ...env },
    });
    started.push(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
    const output = (): string => text;
    const ready = (): Promise<void> =>
      eventually(() => expect(text).toContain('Perennial is ready'), { timeoutMs: 60_000 });
    return { child, output, ready };
  }

  function run(): z.output<typeof runFile> {
    return runFile.parse(JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8')));
  }

  describe('once it is ready', () => {
    let shared: Started;

    beforeAll(async () => {
      dataDir = newDataDir();
      shared = start({ YEAR_LENGTH: '2m', OTHER_PROGRAM_TOKEN: 'of-another-program' });
      await shared.ready();
    }, limitMs(90_000));

    afterAll(() => cleanUp());

    it('starts every service and prints where they are', async () => {
      const { startPid, parts } = run();
      expect(startPid).toBe(shared.child.pid);
      expect(Object.keys(parts).toSorted()).toEqual(['api', 'mailbox', 'postgres', 'simulators', 'temporal', 'worker']);
      expect(shared.output()).toMatch(new RegExp(`Sign in +http://localhost:${parts['api']?.port}/sign-in\\?token=`));
      expect(shared.output()).toMatch(/Temporal UI +http:\/\/localhost:\d+/);
      expect(shared.output()).toContain('curl -s -X POST');
    });

    it('keeps its secrets and process ids in files that only their owner can read', () => {
      for (const file of ['run.json', 'secrets.json', 'admin-token']) {
        expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
      }
    });

    it.runIf(process.platform === 'linux')('gives no process a secret that it does not need', () => {
      const secrets: Record<string, string> = {
        ...z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8'))),
        adminToken: readFileSync(join(dataDir, 'admin-token'), 'utf8').trim(),
        ofAnotherProgram: 'of-another-program',
      };
      const holders = Object.entries(run().parts).map(([name, { pid }]) => {
        const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
        return [name, Object.keys(secrets).filter((secret) => environment.includes(secrets[secret] ?? ''))] as const;
      });
      const ofVendors = Object.keys(secrets).filter((secret) => /^(amazon|commerce)/.test(secret));
      const ofWorker = ['postgresPassword', 'encryptionKeys', ...ofVendors].toSorted();
      expect(Object.fromEntries(holders.map(([name, held]) => [name, held.toSorted()]))).toEqual({
        api: ['adminToken', ...ofWorker].toSorted(),
        worker: ofWorker,
        simulators: ofVendors.toSorted(),
        mailbox: [],
        postgres: [],
        temporal: [],
      });
    });

    it('gives the simulators the callback URL and a rate limit for the short year', async () => {
      const { parts } = run();
      const simulators = await fetch(`http://127.0.0.1:${parts['simulators']?.port}/`);
      expect(await simulators.json()).toEqual({
        SIMULATOR_CALLBACK_URL: `http://localhost:${parts['api']?.port}/oauth/amazon/callback`,
        SIMULATOR_PARTICIPATIONS_RATE: '50',
      });
    });

    it('refuses to run twice in one data folder and names the process that uses it', async () => {
      const second = start();
      await eventually(() => expect(second.child.exitCode).toBe(1));
      expect(second.output()).toContain(`Perennial already runs here: process ${shared.child.pid} uses ${dataDir}`);
      expect(living(run().parts)).toHaveLength(6);
    });

    it('restarts a killed service and prints a message', async () => {
      const before = run().parts['worker']?.pid ?? 0;
      process.kill(before, 'SIGKILL');
      const sentence = /worker ended \(killed by SIGKILL\); starting it again in 0\.5 s/;
      await eventually(() => expect(shared.output()).toMatch(sentence));
      await eventually(() => expect(living({ worker: run().parts['worker'] ?? { pid: before } })).toEqual(['worker']));
      expect(run().parts['worker']?.pid).not.toBe(before);
    });

    it('leaves nothing running after Ctrl-C', async () => {
      const { parts } = run();
      expect(await ended(shared.child, 'SIGINT')).toBe(0);
      expect(living(parts)).toEqual([]);
      expect(existsSync(join(dataDir, 'run.json'))).toBe(false);
    });
  });

  describe('when something is wrong', () => {
    beforeEach(() => (dataDir = newDataDir()));
    afterEach(() => cleanUp());

    it('leaves nothing running after kill -9, and the next start has the same state', async () => {
      const first = start();
      await first.ready();
      const token = readFileSync(join(dataDir, 'admin-token'), 'utf8');
      const { parts } = run();
      first.child.kill('SIGKILL');
      await eventually(() => expect(living(parts)).toEqual([]));
      const second = start();
      await second.ready();
      expect(second.output()).not.toContain('Downloading');
      expect(readFileSync(join(dataDir, 'admin-token'), 'utf8')).toBe(token);
    });

    it('names a taken port with its variable, and starts nothing', async () => {
      const busy = createServer();
      const port = await new Promise<number>((resolve) =>
        busy.listen(0, '127.0.0.1', () => {
          const address = busy.address();
          resolve(typeof address === 'object' && address !== null ? address.port : 0);
        }),
      );
      const { child, output } = start({ SIMULATOR_PORT: String(port) });
      await eventually(() => expect(child.exitCode).toBe(1));
      busy.close();
      expect(output()).toContain(
        `Port ${port} (the simulators of Amazon and Commerce) is taken by another program; set SIMULATOR_PORT`,
      );
      expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    });

    it('names all invalid variables before it starts anything', async () => {
      const { child, output } = start({ TEMPORAL_PORT: 'x', YEAR_LENGTH: '1s', COMMERCE_BASE_URL: 'shop' });
      await eventually(() => expect(child.exitCode).toBe(1));
      expect(output()).toContain('TEMPORAL_PORT was read as "x"; accepted is a port from 0 to 65535.');
      expect(output()).toContain('YEAR_LENGTH was read as "1s"');
      expect(output()).toContain('COMMERCE_BASE_URL was read as "shop"');
      expect(output().match(/was read as/g)).toHaveLength(3);
      expect(existsSync(dataDir)).toBe(false);
    });

    it('does not start a service that a variable replaces', async () => {
      const { output, ready } = start({ SMTP_URL: 'smtp://127.0.0.1:9', TEMPORAL_ADDRESS: '127.0.0.1:9' });
      await ready();
      expect(Object.keys(run().parts).toSorted()).toEqual(['api', 'postgres', 'simulators', 'worker']);
      expect(output()).not.toMatch(/Mail inbox|Temporal UI/);
    });

    it('fails with a message when nothing keeps it running before it is ready', async () => {
      const module = join(compiled, 'dev', 'ports.js');
      const program = readFileSync(module, 'utf8');
      try {
        writeFileSync(module, `${program}\nallocatePorts = () => new Promise(() => {});`);
        const { child, output } = start();
        await eventually(() => expect(child.exitCode).toBe(1));
        expect(output()).toContain('Perennial exited before it was ready.');
      } finally {
        writeFileSync(module, program);
      }
    });

    it.runIf(process.getuid?.() === 0)(
      "prints where PostgreSQL's files are when its user may not enter the data folder, and removes them after the folder was deleted",
      async () => {
        const parent = dirname(dataDir);
        chmodSync(parent, 0o700);
        const startOnce = async (name: string): Promise<string> => {
          dataDir = join(parent, name);
          const { child, output, ready } = start({ SMTP_URL: 'smtp://127.0.0.1:9', TEMPORAL_ADDRESS: '127.0.0.1:9' });
          await ready();
          expect(await ended(child, 'SIGINT')).toBe(0);
          const files = realpathSync(join(dataDir, 'postgres'));
          expect(output()).toContain(`PostgreSQL's files are in ${files}, because the user it runs as may not enter`);
          return files;
        };
        const first = await startOnce('first');
        renameSync(join(parent, 'first'), join(parent, 'moved'));
        const second = await startOnce('second');
        expect(existsSync(join(first, 'PG_VERSION'))).toBe(true);
        rmSync(join(parent, 'moved'), { recursive: true });
        expect(await startOnce('second')).toBe(second);
        expect(existsSync(dirname(first))).toBe(false);
        rmSync(dirname(second), { recursive: true });
      },
    );
  });
});

function living(parts: Record<string, { pid: number }>): string[] {
  return Object.entries(parts).flatMap(([name, { pid }]) => (processIdentity(pid) === undefined ? [] : [name]));
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return exit;
}
