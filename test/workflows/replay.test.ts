import { readdirSync, readFileSync } from 'node:fs';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, test } from 'vitest';
import { workflowBundle } from '../setup/temporal.ts';

const histories = new URL('../histories/', import.meta.url);
const releases = readdirSync(histories, { withFileTypes: true }).filter((entry) => entry.isDirectory());
beforeAll(() => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
});

test('there are recorded histories', () => {
  expect(releases.length).toBeGreaterThan(0);
});

describe.each(releases.map(({ name }) => name))('the histories of release %s', (release) => {
  const folder = new URL(`${release}/`, histories);
  test.each(readdirSync(folder))('replay with the current workflow code: %s', async (file) => {
    const recorded: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const history = historyFromJSON(recorded);
    expect(history.events?.length).toBeGreaterThan(2);
    await Worker.runReplayHistory({ workflowBundle: workflowBundle() }, history, file.replace(/\.\d+\.json$/, ''));
  });
});
