import { renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

/** Bundles the compiled workflows into the file named by the first argument; workers then start without webpack. */
const target = process.argv[2] ?? 'dist/workflow-bundle.js';
const quiet = () => {};
const { code } = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(new URL('../workflows/index.js', import.meta.url)),
  logger: { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: console.warn, error: console.error },
});
writeFileSync(`${target}.new`, code);
renameSync(`${target}.new`, target);
