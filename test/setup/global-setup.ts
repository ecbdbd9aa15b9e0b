import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { allocatePorts } from '../../dev/ports.ts';
import { removeAbandonedData } from '../../dev/postgres/relocated-data.ts';
import { preparePostgres } from '../../dev/postgres/prepare-postgres.ts';
import { processIdentity } from '../../dev/process/process-identity.ts';
import { Supervisor } from '../../dev/process/supervisor.ts';
import { findTestServer } from '../../dev/temporal/find-programs.ts';
import { prepareTemporal } from '../../dev/temporal/prepare-temporal.ts';
import { createTemplate } from './template-database.ts';
import { bundleWorkflows } from './workflow-bundle.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** For the administrator, with `DATABASE` in place of the database's name. */
    postgresUrl: string;
    /** Why the migrated template is missing, or ''. */
    templateProblem: string;
    temporalAddress: string;
    timeSkippingServerPath: string;
    workflowBundlePath: string;
    /** Why there is no bundle, or ''. */
    workflowBundleProblem: string;
  }
}

const dirPrefix = 'perennial-test-';

/** One PostgreSQL and one Temporal dev server for the whole run, in a folder that is removed at its end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { slowness } = project.getProvidedContext();
  if (slowness !== undefined)
    console.log(`Slowness of this machine: ${slowness.toFixed(2)} (test/setup/machine-speed.ts)`);
  removeAbandonedDirs();
  const dir = mkdtempSync(join(tmpdir(), `${dirPrefix}${process.pid}-`));
  // As root, PostgreSQL runs as another user, who has to enter this folder.
  if (process.getuid?.() === 0) chmodSync(dir, 0o711);
  const supervisor = new Supervisor({ logDir: join(dir, 'logs'), print: console.log });
  const stop = async (): Promise<void> => {
    await Promise.all([supervisor.stop('temporal'), supervisor.stop('postgres')]);
    rmSync(dir, { recursive: true, force: true });
    // As root below a closed folder, the products of this run kept PostgreSQL's files outside their own folders.
    if (process.getuid?.() === 0) await removeAbandonedData(() => {});
  };
  try {
    await Promise.all([startPostgres(project, supervisor, dir), startTemporal(project, supervisor), bundle(project)]);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function startPostgres(project: TestProject, supervisor: Supervisor, dir: string): Promise<void> {
  const { port = 0 } = await allocatePorts([{ variable: 'port', port: 0, use: 'PostgreSQL' }]);
  const password = randomBytes(12).toString('hex');
  const { service, url } = await preparePostgres({
    dataDir: join(dir, 'postgres'),
    port,
    password,
    durable: false,
    print: console.log,
  });
  await supervisor.start(service);
  project.provide('postgresUrl', url('DATABASE'));
  const problem = await createTemplate(url).then(
    () => '',
    (error: unknown) => `The migrated template could not be made: ${String(error)}`,
  );
  project.provide('templateProblem', problem);
}

async function startTemporal(project: TestProject, supervisor: Supervisor): Promise<void> {
  const search = { dataDir: '.perennial', print: console.log };
  const { port = 0 } = await allocatePorts([{ variable: 'port', port: 0, use: 'Temporal' }]);
  const { service, address } = await prepareTemporal({ ...search, port, namespace: 'default' });
  await supervisor.start(service);
  project.provide('temporalAddress', address);
  project.provide('timeSkippingServerPath', (await findTestServer(search)).path);
}

async function bundle(project: TestProject): Promise<void> {
  const { path, problem } = await bundleWorkflows();
  project.provide('workflowBundlePath', path);
  project.provide('workflowBundleProblem', problem);
}

/** Folders of killed runs. */
function removeAbandonedDirs(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(dirPrefix))) {
    const pid = Number(name.slice(dirPrefix.length).split('-')[0]);
    const path = join(tmpdir(), name);
    if (pid > 0 && processIdentity(pid) === undefined && existsSync(path))
      rmSync(path, { recursive: true, force: true });
  }
}
