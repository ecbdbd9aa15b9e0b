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

/** Every check of the project, each named; a failed one does not hide the others, and counts as one failed in the last line. */
export async function runCheck() {
  const failedChecks = [];
  for (const check of staticChecks) {
    const startedAt = Date.now();
    const { code, output } = await runStatic(check);
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    console.log(`${check.name}: ${code === 0 ? 'passed' : 'FAILED'} (${seconds} s)`);
    if (code !== 0) console.log(output.trim());
    if (code !== 0) failedChecks.push(check.name);
  }
  return runTests([], { alsoFailed: failedChecks });
}

function runStatic(check) {
  if (check.tool) return runQuietly(process.execPath, [`node_modules/${check.tool}`, ...check.args]);
  return runQuietly('npm', ['run', '--silent', check.script]);
}
