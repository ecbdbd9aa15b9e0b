import { renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

/** Bundles the compiled workflows into the file given as the first argument, so that workers start without webpack. */
const target = process.argv[2] ?? 'dist/workflow-bundle.js';
const ignore = () => {};
const { code } = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(new URL('../../workflows/index.js', import.meta.url)),
  logger: { log: ignore, trace: ignore, debug: ignore, info: ignore, warn: console.warn, error: console.error },
});
writeFileSync(`${target}.new`, code);
renameSync(`${target}.new`, target);
