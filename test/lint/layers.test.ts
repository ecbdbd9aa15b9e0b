import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** A file, what it imports, and whether the table of layers lets it. */
const probes: readonly [file: string, imported: string, allowed: boolean][] = [
  ['domain/probe.ts', './store-life.ts', true],
  ['domain/probe.ts', 'node:fs', false],
  ['domain/probe.ts', '../adapters/postgres/db/database.ts', false],
  ['workflows/probe.ts', '../domain/ids.ts', true],
  ['workflows/probe.ts', '../activities/contract.ts', true],
  ['workflows/probe.ts', '../activities/ports.ts', false],
  ['workflows/probe.ts', './store/onboarding.ts', true],
  ['workflows/probe.ts', 'zod', false],
  ['workflows/store/probe.ts', './journal.ts', true],
  ['workflows/store/probe.ts', '../messages.ts', true],
  ['workflows/store/probe.ts', '../../domain/ids.ts', true],
  ['workflows/store/probe.ts', '../../activities/contract.ts', true],
  ['workflows/store/probe.ts', '../../activities/ports.ts', false],
  ['workflows/store/probe.ts', '../../api/ports.ts', false],
  ['workflows/store/probe.ts', 'zod', false],
  ['activities/probe.ts', './ports.ts', true],
  ['activities/probe.ts', '../adapters/amazon/amazon-seller.ts', false],
  ['activities/probe.ts', 'knex', false],
  ['adapters/postgres/probe.ts', '../../activities/ports.ts', true],
  ['adapters/postgres/probe.ts', 'knex', true],
  ['adapters/postgres/probe.ts', '../../workflows/messages.ts', false],
  ['adapters/postgres/probe.ts', '../../activities/mail-activities.ts', false],
  ['api/stores/probe.ts', '../../workflows/messages.ts', true],
  ['api/stores/probe.ts', '../../workflows/store/onboarding.ts', false],
  ['api/stores/probe.ts', '../../adapters/postgres/db/database.ts', false],
  ['api/stores/probe.ts', '@temporalio/client', false],
  ['simulators/amazon/probe.ts', 'express', true],
  ['simulators/amazon/probe.ts', '../../domain/marketplaces.ts', false],
  ['console/src/probe.ts', '../../api/contract/stores.ts', true],
  ['console/src/probe.ts', '../../domain/store-life.ts', false],
];

describe('the lint enforces the table of layers', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'perennial-lint-'));
    cpSync(join(root, '.oxlintrc.json'), join(dir, '.oxlintrc.json'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  test.each(probes)('%s importing %s: allowed %s', async (file, imported, allowed) => {
    const path = join(dir, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `import * as probe from '${imported}';\nexport const probed = probe;\n`);
    const oxlint = run(join(root, 'node_modules/.bin/oxlint'), ['--format=unix', file], { cwd: dir });
    const output = await oxlint.then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    );
    if (allowed) expect(output).not.toContain('no-restricted-imports');
    else expect(output).toContain('no-restricted-imports');
  });
});
