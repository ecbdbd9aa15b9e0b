import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { runQuietly } from './child.mjs';
import { hashOf, PlainFailure, readIfThere, withProgress } from './project.mjs';

const stamp = 'node_modules/.perennial-installed';
const noNetwork =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/** Installs what package-lock.json asks for; a stamp written last makes an interrupted install start over. */
export async function installIfNeeded() {
  const wanted = hashOf(['package-lock.json', 'package.json']) + process.platform + process.arch;
  if (readIfThere(stamp) === wanted) return;
  if (!installedByHand()) {
    rmSync(stamp, { force: true });
    console.log('Installing dependencies (about 800 MB on disk, usually half a minute to two minutes) …');
    await withProgress('installing', install);
  }
  tryToWrite(stamp, wanted);
}

async function install() {
  // No package needs its install script here: dev/postgres-binaries.ts makes the links that PostgreSQL's would make.
  const flags = [
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--fetch-retries=1',
  ];
  const first = await npm(['ci', ...flags]);
  if (first.code === 0) return;
  if (noNetwork.test(first.output)) throw unreachable(first.output);
  console.log('  npm ci refused this lockfile here; trying npm install …');
  // npm install takes what an interrupted install left for complete packages.
  rmSync('node_modules', { recursive: true, force: true });
  const second = await npm(['install', '--no-save', ...flags]);
  if (second.code === 0) return;
  if (noNetwork.test(second.output)) throw unreachable(second.output);
  throw new PlainFailure(`Dependencies could not be installed: npm said\n${lastLines(second.output)}`);
}

async function npm(args) {
  const viaNpm = process.env.npm_execpath?.endsWith('npm-cli.js');
  try {
    return await (viaNpm ? runQuietly(process.execPath, [process.env.npm_execpath, ...args]) : runQuietly('npm', args));
  } catch {
    throw new PlainFailure('Dependencies could not be installed: there is no npm on the PATH.');
  }
}

function unreachable(output) {
  const [code] = noNetwork.exec(output) ?? ['no answer'];
  return new PlainFailure(
    `Dependencies could not be installed: the package registry cannot be reached (${code}). Check the network or npm's proxy settings, then run the same command again.`,
  );
}

function lastLines(output) {
  const lines = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  return (lines.length > 0 ? lines : output.trim().split('\n')).slice(-8).join('\n');
}

/** npm writes its hidden lockfile at the very end: when that says the same as ours, somebody has already installed. */
function installedByHand() {
  const hidden = parsePackages('node_modules/.package-lock.json');
  const ours = parsePackages('package-lock.json');
  if (hidden === undefined || ours === undefined) return false;
  return Object.entries(ours).every(([path, entry]) => {
    if (path === '') return true;
    if (hidden[path] === undefined) return entry.optional === true || entry.devOptional === true;
    return hidden[path].version === entry.version && existsSync(path);
  });
}

function parsePackages(path) {
  try {
    return JSON.parse(readIfThere(path) ?? '').packages;
  } catch {
    return undefined;
  }
}

function tryToWrite(path, text) {
  try {
    writeFileSync(path, text);
  } catch {
    // A read-only checkout works too; it is only compared again the next time.
  }
}
