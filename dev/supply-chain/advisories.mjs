/**
 * `npm run advisories`: fails when a package of production has a known vulnerability of high or critical severity. A
 * registry that does not answer `npm audit` fails nothing.
 */
import { spawnSync } from 'node:child_process';

const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
const { stdout } = spawnSync('npm', args, { encoding: 'utf8' });
const report = parse(stdout);

if (report?.vulnerabilities === undefined) {
  console.log('Not checked: the package registry does not answer npm audit.');
} else {
  const severe = Object.values(report.vulnerabilities).filter(({ severity }) => /^(high|critical)$/.test(severity));
  for (const { name, severity } of severe)
    console.error(`${name} has a ${severity} vulnerability. Update it; npm audit describes it.`);
  console.log(`${severe.length} packages with a high or critical vulnerability.`);
  if (severe.length > 0) process.exitCode = 1;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
