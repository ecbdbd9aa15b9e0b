import { runQuietly } from './child.mjs';
import { runTests } from './run-tests.mjs';

const staticChecks = [
  { name: 'types', tool: 'typescript/bin/tsc', args: ['--noEmit', '-p', 'tsconfig.json'] },
  { name: 'types of workflows', tool: 'typescript/bin/tsc', args: ['--noEmit', '-p', 'workflows/tsconfig.json'] },
  {
    name: 'types of the console',
    tool: '../console/node_modules/typescript/bin/tsc',
    args: ['--noEmit', '-p', 'console'],
  },
  { name: 'lint', script: 'lint' },
  { name: 'format', script: 'format:check' },
  { name: 'dead code', script: 'deadcode' },
];

/** Runs every check even after a failed one, then the tests; each failed check counts as one failed test in the last line. */
export async function runCheck() {
  const failedChecks = [];
  for (const check of staticChecks) {
    const startedAt = Date.now();
    const { code, output } = await runStaticCheck(check);
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    console.log(`${check.name}: ${code === 0 ? 'passed' : 'FAILED'} (${seconds} s)`);
    if (code === 0) continue;
    console.log(output.trim());
    failedChecks.push(check.name);
  }
  return runTests([], { failedChecks });
}

function runStaticCheck(check) {
  if (check.tool) return runQuietly(process.execPath, [`node_modules/${check.tool}`, ...check.args]);
  return runQuietly('npm', ['run', '--silent', check.script]);
}
