import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { processIdentity } from '../../dev/process-identity.ts';
import { Supervisor } from '../../dev/supervisor.ts';
import { eventually } from '../setup/eventually.ts';
import { stubPart } from './stub-part.ts';

const staysAlive = 'setInterval(() => {}, 1000)';

describe('the supervisor', () => {
  let dir: string;
  let said: string[];
  let running: readonly { name: string; pid: number }[];
  let supervisor: Supervisor;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'supervisor-'));
    said = [];
    running = [];
    supervisor = new Supervisor({
      logDir: dir,
      say: (sentence) => said.push(sentence),
      onChange: (now) => (running = now),
      firstPauseMs: 20,
      longestPauseMs: 60,
    });
  });

  afterEach(async () => {
    await supervisor.stop('part');
    rmSync(dir, { recursive: true, force: true });
  });

  it('starts a killed part again and says its name, how it ended and the pause', async () => {
    await supervisor.start(stubPart('part', staysAlive));
    const first = running[0]?.pid ?? 0;
    process.kill(first, 'SIGKILL');
    await eventually(() => expect(said).toContain('part is running again.'));
    expect(said[0]).toBe(
      `part ended (killed by SIGKILL); starting it again in 0.02 s. Its log: ${join(dir, 'part.log')}`,
    );
    expect(running).toHaveLength(1);
    expect(running[0]?.pid).not.toBe(first);
  });

  it('lets the pause grow while a part keeps dying, up to a limit', async () => {
    await supervisor.start(stubPart('part', 'process.exit(3)'));
    const pauses = (): string[] =>
      said.flatMap((line) => /exit code 3\); starting it again in (\S+) s/.exec(line)?.[1] ?? []);
    await eventually(() => expect(pauses().slice(0, 4)).toEqual(['0.02', '0.04', '0.06', '0.06']));
  });

  it('gives up on a part that never comes up, with the last lines of its log', async () => {
    const part = stubPart('part', 'console.error("the disk is full"); process.exit(4)', join(dir, 'never'));
    await expect(supervisor.start(part)).rejects.toThrow(/part ended at once \(exit code 4\)[\s\S]*the disk is full/);
  });

  it('gives up on a part whose readiness check never comes back', async () => {
    const part = { ...stubPart('part', staysAlive), isReady: () => new Promise<boolean>(() => {}), readyWithinMs: 200 };
    await expect(supervisor.start(part)).rejects.toThrow('part was not ready within 0.2 s');
  });

  it('names a program that does not exist', async () => {
    const part = stubPart('part', '', join(dir, 'never'));
    const missing = { ...part, command: { ...part.command, file: join(dir, 'no-such-program') } };
    await expect(supervisor.start(missing)).rejects.toThrow(/part ended at once/);
  });

  it('stops a part that ignores the request, and does not start it again', async () => {
    const ready = join(dir, 'ready');
    const script = `process.on('SIGTERM', () => {}); require('fs').writeFileSync(${JSON.stringify(ready)}, ''); ${staysAlive}`;
    await supervisor.start({ ...stubPart('part', script, ready), stopWithinMs: 50 });
    const pid = running[0]?.pid ?? 0;
    await supervisor.stop('part');
    expect(processIdentity(pid)).toBeUndefined();
    expect(running).toEqual([]);
    expect(said).toEqual([]);
  });

  it('keeps what a part says in a log only its owner can read', async () => {
    await supervisor.start(stubPart('part', `console.log('hello'); ${staysAlive}`));
    const log = join(dir, 'part.log');
    await eventually(() => expect(readFileSync(log, 'utf8')).toBe('hello\n'));
    expect(statSync(log).mode & 0o777).toBe(0o600);
  });

  it('starts nothing more once everything is being stopped', async () => {
    supervisor.refuseMore();
    await expect(supervisor.start(stubPart('part', staysAlive))).rejects.toThrow('being stopped');
    expect(running).toEqual([]);
  });
});
