import { cpSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { runQuietly } from './child.mjs';
import { hashOf, PlainFailure, readIfThere } from './project.mjs';

const sources = [
  ...['domain', 'locales', 'workflows', 'activities', 'adapters', 'api', 'cli', 'simulators', 'dev', 'migrations'],
  ...['worker.ts', 'config.ts', 'tsconfig.json', 'tsconfig.build.json'],
];
const buildStamp = 'dist/.build-hash';
const bundle = 'dist/workflow-bundle.js';
const bundleStamp = 'dist/workflow-bundle.hash';
const consoleDir = 'dist/console';
const consoleStamp = 'dist/console.hash';

/** Compiles into dist/, bundles the workflows and builds the console, each only when its sources changed; what was interrupted is done again. */
export async function buildIfNeeded({ mayHaveTypeErrors = false } = {}) {
  const wanted = hashOf([...sources, 'node_modules/typescript/package.json'], (path) => /\.(ts|json)$/.test(path));
  if (readIfThere(buildStamp) !== wanted) await compile(wanted, mayHaveTypeErrors);
  await bundleWorkflows();
  await buildConsole();
}

async function compile(hash, mayHaveTypeErrors) {
  console.log('Building …');
  // Compiled beside dist/ and swapped in, so that neither an interruption nor a running `npm start` sees half a build.
  for (const left of readdirSync('.').filter((name) => name.startsWith('dist.')))
    rmSync(left, { recursive: true, force: true });
  const fresh = `dist.new-${process.pid}`;
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', fresh];
  const { code, output } = await runQuietly(process.execPath, tsc);
  if (code !== 0 && !mayHaveTypeErrors) {
    rmSync(fresh, { recursive: true, force: true });
    const errors = output.split('\n').filter((line) => line.includes('error TS'));
    throw new PlainFailure(
      `The build failed (${errors.length} type errors):\n${errors.slice(0, 20).join('\n') || output}`,
    );
  }
  for (const kept of [bundle, bundleStamp, consoleDir, consoleStamp])
    if (existsSync(kept)) cpSync(kept, kept.replace('dist', fresh), { recursive: true });
  if (code === 0) writeFileSync(buildStamp.replace('dist', fresh), hash);
  const old = `dist.old-${process.pid}`;
  if (existsSync('dist')) renameSync('dist', old);
  renameSync(fresh, 'dist');
  rmSync(old, { recursive: true, force: true });
}

async function bundleWorkflows() {
  if (!existsSync('dist/workflows/index.js')) return;
  const { version } = JSON.parse(readIfThere('node_modules/@temporalio/worker/package.json') ?? '{}');
  const parts = ['dist/workflows', 'dist/domain', 'dist/locales', 'dist/activities'];
  const wanted = `${version} ${hashOf(parts, (path) => path.endsWith('.js'))}`;
  if (existsSync(bundle) && readIfThere(bundleStamp) === wanted) return;
  console.log('Bundling the workflows …');
  const { code, output } = await runQuietly(process.execPath, ['dist/dev/build-workflow-bundle.js', bundle]);
  if (code !== 0) {
    const errors = output.split('\n').filter((line) => /\bERROR\b|Error:/.test(line));
    throw new PlainFailure(`The workflows could not be bundled:\n${errors.slice(0, 10).join('\n') || output}`);
  }
  writeFileSync(bundleStamp, wanted);
}

async function buildConsole() {
  const parts = [
    'console/src',
    'console/build',
    'console/vite.config.ts',
    'dev/bootstrap/build.mjs',
    'console/index.html',
    'console/admin-ui-sdk.html',
  ];
  const wanted = hashOf([...parts, 'package-lock.json'], () => true);
  if (existsSync(consoleDir) && readIfThere(consoleStamp) === wanted) return;
  console.log('Building the console …');
  const vite = ['node_modules/vite/bin/vite.js', 'build', 'console'];
  // Under any other NODE_ENV, a test run's for one, React comes in its development build, twice the size.
  const { code, output } = await runQuietly(process.execPath, vite, { NODE_ENV: 'production' });
  if (code !== 0) throw new PlainFailure(`The console could not be built:\n${output.trim().slice(-2000)}`);
  writeFileSync(consoleStamp, wanted);
}
