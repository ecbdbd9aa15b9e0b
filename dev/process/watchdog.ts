import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Writable } from 'node:stream';

/**
 * For systems without `setpriv`: a small process reads from a pipe which processes we started, and ends them when the
 * pipe closes, which happens however we die.
 */
const script = `
  const watched = new Map();
  let rest = '';
  process.on('SIGINT', () => {}).on('SIGTERM', () => {}).on('SIGHUP', () => {});
  process.stdin.setEncoding('utf8');
  process.stdin.on('data', (text) => {
    const lines = (rest + text).split('\\n');
    rest = lines.pop();
    for (const line of lines) {
      const [pid, signal] = line.split(' ');
      signal ? watched.set(Number(pid), signal) : watched.delete(Number(pid));
    }
  });
  process.stdin.on('close', () => {
    for (const [pid, signal] of watched) try { process.kill(pid, signal); } catch {}
  });
`;

let pipe: Writable | undefined;

/** Has the watchdog send `deathSignal` to `child` when we die. */
export function endWithUs(child: ChildProcess, deathSignal: NodeJS.Signals): void {
  const { pid } = child;
  if (pid === undefined) return;
  pipe ??= startWatchdog();
  pipe.write(`${pid} ${deathSignal}\n`);
  child.once('exit', () => pipe?.write(`${pid}\n`));
}

function startWatchdog(): Writable {
  const watchdog = spawn(process.execPath, ['-e', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  watchdog.unref();
  // Otherwise our exit would wait for the watchdog, which waits for us.
  if ('unref' in watchdog.stdin && typeof watchdog.stdin.unref === 'function') watchdog.stdin.unref();
  watchdog.stdin.on('error', () => {});
  return watchdog.stdin;
}
