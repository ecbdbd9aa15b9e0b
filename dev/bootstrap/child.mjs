import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { readIfThere } from './project.mjs';

/** How long a command may take to end by itself when nobody is left to wait for it. */
const orphanGraceMs = 5000;
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command in this terminal as if it had replaced us: it gets our signals, we leave with its exit code, and it
 * does not outlive us or the npm that started us, even when those are killed with -9.
 */
export function runChild(file, args, env = {}) {
  const [boundFile, boundArgs] = bindToUs(file, args);
  const child = spawn(boundFile, boundArgs, { stdio: 'inherit', env: { ...process.env, ...env } });
  const forward = (signal) => child.kill(signal);
  for (const signal of forwarded) process.on(signal, forward);
  const stopWatching = whenOrphaned(() => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), orphanGraceMs).unref();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of forwarded) process.off(name, forward);
      stopWatching();
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/** Runs a command quietly; its output comes back instead of going to the terminal. */
export function runQuietly(file, args, env = {}) {
  const [boundFile, boundArgs] = bindToUs(file, args);
  return new Promise((resolve, reject) => {
    const child = spawn(boundFile, boundArgs, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Linux can promise that a child dies with its parent; elsewhere the child's own watchdog does. */
function bindToUs(file, args) {
  const canBind =
    process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'KILL', '--', 'true']).status === 0;
  return canBind ? ['setpriv', ['--pdeathsig', 'KILL', '--', file, ...args]] : [file, args];
}

/**
 * npm does not tell its script when it is killed: the only sign is another parent. Between npm and us may stand the
 * shell that npm runs scripts with, which outlives it.
 */
function whenOrphaned(act) {
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const parent = process.ppid;
  const grandparent = isNpmsShell(parent) ? parentOf(parent) : undefined;
  const isOrphaned = () => process.ppid !== parent || (grandparent !== undefined && parentOf(parent) !== grandparent);
  const watch = setInterval(() => {
    if (!isOrphaned()) return;
    clearInterval(watch);
    act();
  }, 500);
  return () => clearInterval(watch);
}

function isNpmsShell(pid) {
  return ask(`/proc/${pid}/cmdline`, ['-o', 'args=', '-p', pid]).includes('dev/bootstrap.mjs');
}

function parentOf(pid) {
  const fromProc = /\) \S (\d+)/.exec(readIfThere(`/proc/${pid}/stat`) ?? '')?.[1];
  return fromProc ?? ask('', ['-o', 'ppid=', '-p', pid]);
}

function ask(procFile, psArgs) {
  return readIfThere(procFile) ?? (spawnSync('ps', psArgs.map(String), { encoding: 'utf8' }).stdout ?? '').trim();
}
