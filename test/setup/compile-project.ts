import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Compiles the current sources into a new folder, for tests that run whole processes; remove it afterwards. It is below
 * node_modules so that its imports find the dependencies.
 */
export function compileProject(): string {
  const cache = join(root, 'node_modules', '.cache', 'perennial');
  mkdirSync(cache, { recursive: true });
  const dir = mkdtempSync(join(cache, 'compiled-'));
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  // Types are checked elsewhere; this needs only the JavaScript.
  spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--noCheck', '--outDir', dir], { cwd: root });
  writeFileSync(join(dir, 'package.json'), '{ "type": "module" }');
  return dir;
}
