import { cpSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { runQuietly } from './child.mjs';
import { hashOf, readIfExists, UserError } from './project.mjs';

const sources = [
  ...['domain', 'locales', 'workflows', 'activities', 'adapters', 'api', 'simulators', 'dev', 'migrations', 'config'],
  'recovery',
  ...['worker.ts', 'config.ts', 'tsconfig.json', 'tsconfig.build.json', 'node_modules/typescript/package.json'],
];
const bundledFolders = ['dist/workflows', 'dist/domain', 'dist/locales', 'dist/activities'];
const consoleSources = [
  ...['console/src', 'console/build', 'console/vite.config.ts', 'console/index.html', 'console/admin-ui-sdk.html'],
  ...['dev/bootstrap/build.mjs', 'package-lock.json'],
];
const buildStamp = 'dist/.build-hash';
const bundle = 'dist/workflow-bundle.js';
const bundleStamp = 'dist/workflow-bundle.hash';
const consoleDir = 'dist/console';
const consoleStamp = 'dist/console.hash';

/** Compiles into dist/, bundles the workflows and builds the console, each only when its sources changed since the last success. */
export async function buildIfNeeded({ allowTypeErrors = false } = {}) {
  const hash = hashOf(sources, (path) => /\.(ts|json)$/.test(path));
  if (readIfExists(buildStamp) !== hash) await compile(hash, allowTypeErrors);
  await bundleWorkflows();
  await buildConsole();
}

async function compile(hash, allowTypeErrors) {
  console.log('Building …');
  // A new folder replaces dist/ when it is complete: an interrupted build or a running `npm start` never sees half a build.
  for (const leftover of readdirSync('.').filter((name) => name.startsWith('dist.')))
    rmSync(leftover, { recursive: true, force: true });
  const newDist = `dist.new-${process.pid}`;
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', newDist];
  const { code, output } = await runQuietly(process.execPath, tsc);
  if (code !== 0 && !allowTypeErrors) {
    rmSync(newDist, { recursive: true, force: true });
    const errors = output.split('\n').filter((line) => line.includes('error TS'));
    throw new UserError(
      `The build failed (${errors.length} type errors):\n${errors.slice(0, 20).join('\n') || output}`,
    );
  }
  for (const path of [bundle, bundleStamp, consoleDir, consoleStamp])
    if (existsSync(path)) cpSync(path, path.replace('dist', newDist), { recursive: true });
  if (code === 0) writeFileSync(buildStamp.replace('dist', newDist), hash);
  const oldDist = `dist.old-${process.pid}`;
  if (existsSync('dist')) renameSync('dist', oldDist);
  renameSync(newDist, 'dist');
  rmSync(oldDist, { recursive: true, force: true });
}

async function bundleWorkflows() {
  if (!existsSync('dist/workflows/index.js')) return;
  const { version } = JSON.parse(readIfExists('node_modules/@temporalio/worker/package.json') ?? '{}');
  const stamp = `${version} ${hashOf(bundledFolders, (path) => path.endsWith('.js'))}`;
  if (existsSync(bundle) && readIfExists(bundleStamp) === stamp) return;
  console.log('Bundling the workflows …');
  const { code, output } = await runQuietly(process.execPath, ['dist/dev/bootstrap/build-workflow-bundle.js', bundle]);
  if (code !== 0) {
    const errors = output.split('\n').filter((line) => /\bERROR\b|Error:/.test(line));
    throw new UserError(`The workflows could not be bundled:\n${errors.slice(0, 10).join('\n') || output}`);
  }
  writeFileSync(bundleStamp, stamp);
}

async function buildConsole() {
  const hash = hashOf(consoleSources);
  if (existsSync(consoleDir) && readIfExists(consoleStamp) === hash) return;
  console.log('Building the console …');
  const vite = ['node_modules/vite/bin/vite.js', 'build', 'console'];
  // With any other NODE_ENV, such as that of a test run, React comes in its development build, twice the size.
  const { code, output } = await runQuietly(process.execPath, vite, { NODE_ENV: 'production' });
  if (code !== 0) throw new UserError(`The console could not be built:\n${output.trim().slice(-2000)}`);
  writeFileSync(consoleStamp, hash);
}
