import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { readIfExists } from './project.mjs';

/** How long a command may take to exit after the npm that started us is gone. */
const orphanGraceMs = 5000;
const forwardedSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command in this terminal in our place: it gets our signals, and its exit code is returned. It cannot outlive us
 * or the npm that started us, even after `kill -9`.
 */
export function runChild(file, args, env = {}) {
  const [tiedFile, tiedArgs] = tieToUs(file, args);
  const child = spawn(tiedFile, tiedArgs, { stdio: 'inherit', env: { ...process.env, ...env } });
  const forward = (signal) => child.kill(signal);
  for (const signal of forwardedSignals) process.on(signal, forward);
  const stopWatching = watchNpm(() => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), orphanGraceMs).unref();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of forwardedSignals) process.off(name, forward);
      stopWatching();
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/** Runs a command and returns its output instead of printing it. */
export function runQuietly(file, args, env = {}) {
  const [tiedFile, tiedArgs] = tieToUs(file, args);
  return new Promise((resolve, reject) => {
    const child = spawn(tiedFile, tiedArgs, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** On Linux the kernel ends the child when we die; elsewhere the child has its own watchdog. */
function tieToUs(file, args) {
  const hasSetpriv =
    process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'KILL', '--', 'true']).status === 0;
  return hasSetpriv ? ['setpriv', ['--pdeathsig', 'KILL', '--', file, ...args]] : [file, args];
}

/**
 * Calls `onGone` when the npm that started us was killed, of which the only sign is a new parent process. The shell in
 * which npm runs scripts may stand between npm and us, and outlives npm.
 */
function watchNpm(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const parent = process.ppid;
  const grandparent = isNpmShell(parent) ? parentOf(parent) : undefined;
  const isGone = () => process.ppid !== parent || (grandparent !== undefined && parentOf(parent) !== grandparent);
  const timer = setInterval(() => {
    if (!isGone()) return;
    clearInterval(timer);
    onGone();
  }, 500);
  return () => clearInterval(timer);
}

function isNpmShell(pid) {
  const commandLine = readIfExists(`/proc/${pid}/cmdline`) ?? runPs('args=', pid);
  return commandLine.includes('dev/bootstrap.mjs');
}

function parentOf(pid) {
  return /\) \S (\d+)/.exec(readIfExists(`/proc/${pid}/stat`) ?? '')?.[1] ?? runPs('ppid=', pid);
}

function runPs(field, pid) {
  return (spawnSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim();
}
