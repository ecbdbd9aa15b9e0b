import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cacheDir = join(root, 'node_modules', '.cache', 'perennial');

/** Bundles the current workflows, or uses the bundle that an earlier run made of the same sources. */
export async function bundleWorkflows(): Promise<{ path: string; problem: string }> {
  const path = join(cacheDir, `workflow-bundle-${sourceHash()}.js`);
  if (existsSync(path)) return { path, problem: '' };
  try {
    const quiet = (): void => {};
    const logger = { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet };
    const { code } = await bundleWorkflowCode({ workflowsPath: join(root, 'workflows', 'index.ts'), logger });
    mkdirSync(dirname(path), { recursive: true });
    removeOldBundles();
    writeFileSync(`${path}.${process.pid}`, code);
    renameSync(`${path}.${process.pid}`, path);
    return { path, problem: '' };
  } catch (error) {
    return { path, problem: `The workflows could not be bundled: ${String(error)}` };
  }
}

/** Keeps the recent ones, which another run may be using. */
function removeOldBundles(): void {
  for (const name of readdirSync(cacheDir).filter((entry) => entry.startsWith('workflow-bundle-'))) {
    const path = join(cacheDir, name);
    if (Date.now() - statSync(path).mtimeMs > 86_400_000) rmSync(path, { force: true });
  }
}

function sourceHash(): string {
  const sdk = z.object({ version: z.string() }).parse(JSON.parse(read('node_modules/@temporalio/worker/package.json')));
  const hash = createHash('sha256').update(sdk.version);
  for (const dir of ['workflows', 'domain', 'locales', 'activities']) {
    const names = readdirSync(join(root, dir), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    for (const name of names.toSorted()) hash.update(`\0${dir}/${name}\0`).update(read(join(dir, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
