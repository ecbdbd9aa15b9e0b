import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { runQuietly } from './child.mjs';
import { hashOf, readIfExists, UserError, withProgress } from './project.mjs';

const stamp = 'node_modules/.perennial-installed';
const noNetwork =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/** Installs the packages of package-lock.json. The stamp is written last, so that an interrupted install is repeated. */
export async function installIfNeeded() {
  const currentStamp = hashOf(['package-lock.json', 'package.json']) + process.platform + process.arch;
  if (readIfExists(stamp) === currentStamp) return;
  if (!isInstalled()) {
    rmSync(stamp, { force: true });
    console.log('Installing dependencies (about 800 MB on disk, usually half a minute to two minutes) …');
    await withProgress('installing', install);
  }
  writeStamp(currentStamp);
}

async function install() {
  // No install script is needed: dev/postgres/find-binaries.ts creates the links that PostgreSQL's would create.
  const flags = [
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--fetch-retries=1',
  ];
  // Only what package-lock.json names, and only with the content that it names: there is no other way to install.
  const { code, output } = await npm(['ci', ...flags]);
  if (code === 0) return;
  if (noNetwork.test(output)) throw registryUnreachable(output);
  throw new UserError(`Dependencies could not be installed: npm printed\n${lastLines(output)}`);
}

async function npm(args) {
  const viaNpm = process.env.npm_execpath?.endsWith('npm-cli.js');
  try {
    return await (viaNpm ? runQuietly(process.execPath, [process.env.npm_execpath, ...args]) : runQuietly('npm', args));
  } catch {
    throw new UserError('Dependencies could not be installed: there is no npm on the PATH.');
  }
}

function registryUnreachable(output) {
  const [code] = noNetwork.exec(output) ?? ['no answer'];
  return new UserError(
    `Dependencies could not be installed: the package registry cannot be reached (${code}). Check the network or npm's proxy settings, then run the same command again.`,
  );
}

function lastLines(output) {
  const lines = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  return (lines.length > 0 ? lines : output.trim().split('\n')).slice(-8).join('\n');
}

/** npm writes its hidden lockfile last: when it equals package-lock.json, `npm ci` was run by hand. */
function isInstalled() {
  const installed = parsePackages('node_modules/.package-lock.json');
  const locked = parsePackages('package-lock.json');
  if (installed === undefined || locked === undefined) return false;
  return Object.entries(locked).every(([path, entry]) => {
    if (path === '') return true;
    if (installed[path] === undefined) return entry.optional === true || entry.devOptional === true;
    return installed[path].version === entry.version && existsSync(path);
  });
}

function parsePackages(path) {
  try {
    return JSON.parse(readIfExists(path) ?? '').packages;
  } catch {
    return undefined;
  }
}

function writeStamp(text) {
  try {
    writeFileSync(stamp, text);
  } catch {
    // A read-only checkout works too; its packages are compared again next time.
  }
}
