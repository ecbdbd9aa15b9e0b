import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { processIdentity } from '../../../dev/process/process-identity.ts';
import { Supervisor } from '../../../dev/process/supervisor.ts';
import { eventually } from '../../setup/eventually.ts';
import { stubService } from './stub-service.ts';

const staysAlive = 'setInterval(() => {}, 1000)';

describe('Supervisor', () => {
  let dir: string;
  let printed: string[];
  let running: readonly { name: string; pid: number }[];
  let supervisor: Supervisor;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'supervisor-'));
    printed = [];
    running = [];
    supervisor = new Supervisor({
      logDir: dir,
      print: (sentence) => printed.push(sentence),
      onChange: (now) => (running = now),
      minRestartDelayMs: 20,
      maxRestartDelayMs: 60,
    });
  });

  afterEach(async () => {
    await supervisor.stop('stub');
    rmSync(dir, { recursive: true, force: true });
  });

  it('restarts a killed service and prints its name, how it ended and the delay', async () => {
    await supervisor.start(stubService('stub', staysAlive));
    const first = running[0]?.pid ?? 0;
    process.kill(first, 'SIGKILL');
    await eventually(() => expect(printed).toContain('stub is running again.'));
    expect(printed[0]).toBe(
      `stub ended (killed by SIGKILL); starting it again in 0.02 s. Its log: ${join(dir, 'stub.log')}`,
    );
    expect(running).toHaveLength(1);
    expect(running[0]?.pid).not.toBe(first);
  });

  it('doubles the delay while a service keeps exiting, up to a maximum', async () => {
    await supervisor.start(stubService('stub', 'process.exit(3)'));
    const delays = (): string[] =>
      printed.flatMap((line) => /exit code 3\); starting it again in (\S+) s/.exec(line)?.[1] ?? []);
    await eventually(() => expect(delays().slice(0, 4)).toEqual(['0.02', '0.04', '0.06', '0.06']));
  });

  it('fails with the last lines of the log of a service that never becomes ready', async () => {
    const service = stubService('stub', 'console.error("the disk is full"); process.exit(4)', join(dir, 'never'));
    await expect(supervisor.start(service)).rejects.toThrow(
      /stub ended at once \(exit code 4\)[\s\S]*the disk is full/,
    );
  });

  it('fails for a service whose readiness check never settles', async () => {
    const service = {
      ...stubService('stub', staysAlive),
      isReady: () => new Promise<boolean>(() => {}),
      readyWithinMs: 200,
    };
    await expect(supervisor.start(service)).rejects.toThrow('stub was not ready within 0.2 s');
  });

  it('names a program that does not exist', async () => {
    const service = stubService('stub', '', join(dir, 'never'));
    const missing = { ...service, command: { ...service.command, file: join(dir, 'no-such-program') } };
    await expect(supervisor.start(missing)).rejects.toThrow(/stub ended at once/);
  });

  it('stops a service that ignores the stop signal, and does not restart it', async () => {
    const ready = join(dir, 'ready');
    const script = `process.on('SIGTERM', () => {}); require('fs').writeFileSync(${JSON.stringify(ready)}, ''); ${staysAlive}`;
    await supervisor.start({ ...stubService('stub', script, ready), stopWithinMs: 50 });
    const pid = running[0]?.pid ?? 0;
    await supervisor.stop('stub');
    expect(processIdentity(pid)).toBeUndefined();
    expect(running).toEqual([]);
    expect(printed).toEqual([]);
  });

  it('writes the output of a service to a log that only its owner can read', async () => {
    await supervisor.start(stubService('stub', `console.log('hello'); ${staysAlive}`));
    const log = join(dir, 'stub.log');
    await eventually(() => expect(readFileSync(log, 'utf8')).toBe('hello\n'));
    expect(statSync(log).mode & 0o777).toBe(0o600);
  });

  it('starts no service once everything is being stopped', async () => {
    supervisor.refuseStarts();
    await expect(supervisor.start(stubService('stub', staysAlive))).rejects.toThrow('being stopped');
    expect(running).toEqual([]);
  });
});
