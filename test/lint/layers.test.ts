import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** A file, what it imports as values or as types only, and whether the table of layers allows it. */
const probes: readonly [file: string, kind: 'value' | 'type', imported: string, isAllowed: boolean][] = [
  ['domain/probe.ts', 'value', './store-life.ts', true],
  ['domain/probe.ts', 'value', 'node:fs', false],
  ['domain/probe.ts', 'type', '../adapters/postgres/db/database.ts', false],
  ['domain/probe.ts', 'type', '../locales/index.ts', false],
  ['locales/probe.ts', 'value', '../domain/reasons.ts', true],
  ['locales/probe.ts', 'value', './en/index.ts', true],
  ['locales/en/probe.ts', 'value', '../../domain/reasons.ts', true],
  ['locales/en/probe.ts', 'type', '../../api/contract/stores.ts', false],
  ['workflows/probe.ts', 'value', '../domain/ids.ts', true],
  ['workflows/probe.ts', 'value', '../locales/reason-text.ts', true],
  ['workflows/probe.ts', 'value', '../activities/contract.ts', true],
  ['workflows/probe.ts', 'type', '../activities/ports.ts', false],
  ['workflows/probe.ts', 'value', 'zod', false],
  ['workflows/store/probe.ts', 'value', '../../domain/ids.ts', true],
  ['workflows/store/probe.ts', 'value', '../../activities/contract.ts', true],
  ['workflows/store/probe.ts', 'value', 'node:crypto', false],
  ['workflows/store/probe.ts', 'type', '../../adapters/temporal/gateway.ts', false],
  ['activities/probe.ts', 'value', './ports.ts', true],
  ['activities/probe.ts', 'value', '../adapters/amazon/amazon-seller.ts', false],
  ['activities/probe.ts', 'type', '../adapters/amazon/amazon-seller.ts', false],
  ['activities/probe.ts', 'type', '../api/deps.ts', false],
  ['activities/probe.ts', 'value', 'knex', false],
  ['activities/probe.ts', 'type', '../adapters/postgres/index.ts', true],
  ['activities/probe.ts', 'type', '../adapters/postgres/stores/store.ts', true],
  ['activities/probe.ts', 'value', '../adapters/postgres/index.ts', false],
  ['activities/probe.ts', 'value', '../adapters/postgres/stores/store.ts', false],
  ['adapters/postgres/stores/probe.ts', 'type', '../../../activities/ports.ts', true],
  ['adapters/postgres/stores/probe.ts', 'value', 'knex', true],
  ['adapters/postgres/stores/probe.ts', 'type', '../../../workflows/messages.ts', false],
  ['adapters/postgres/stores/probe.ts', 'type', '../../../workflows/store/onboarding.ts', false],
  ['adapters/postgres/stores/probe.ts', 'value', '../../../activities/mail-activities.ts', false],
  ['adapters/postgres/stores/probe.ts', 'type', '../../../api/contract/stores.ts', false],
  ['adapters/postgres/stores/probe.ts', 'type', '../../../api/deps.ts', false],
  ['adapters/temporal/probe.ts', 'value', '../../workflows/messages.ts', true],
  ['adapters/temporal/probe.ts', 'type', '../../workflows/index.ts', true],
  ['adapters/temporal/probe.ts', 'value', '../../workflows/index.ts', false],
  ['adapters/temporal/probe.ts', 'type', '../../api/deps.ts', false],
  ['api/stores/probe.ts', 'value', '../../workflows/messages.ts', true],
  ['api/stores/probe.ts', 'type', '../../workflows/store/onboarding.ts', true],
  ['api/stores/probe.ts', 'value', '../../workflows/store/onboarding.ts', false],
  ['api/stores/probe.ts', 'type', '../../adapters/postgres/stores/store.ts', true],
  ['api/stores/probe.ts', 'value', '../../adapters/postgres/stores/store.ts', false],
  ['api/stores/probe.ts', 'value', '../../adapters/postgres/db/database.ts', false],
  ['api/stores/probe.ts', 'value', '../../activities/contract.ts', false],
  ['api/stores/probe.ts', 'value', '@temporalio/client', false],
  ['api/server.ts', 'value', '../adapters/postgres/index.ts', true],
  ['recovery/probe.ts', 'value', '../domain/ids.ts', true],
  ['recovery/probe.ts', 'value', '../workflows/messages.ts', true],
  ['recovery/probe.ts', 'type', '../activities/ports.ts', true],
  ['recovery/probe.ts', 'type', '../adapters/temporal/gateway.ts', true],
  ['recovery/probe.ts', 'value', '../adapters/temporal/gateway.ts', false],
  ['recovery/probe.ts', 'type', '../activities/contract.ts', false],
  ['recovery/probe.ts', 'type', '../api/deps.ts', false],
  ['recovery/probe.ts', 'value', 'knex', false],
  ['recovery/cli.ts', 'value', '../adapters/postgres/index.ts', true],
  ['simulators/amazon/probe.ts', 'value', 'express', true],
  ['simulators/amazon/probe.ts', 'value', '../../domain/marketplaces.ts', false],
  ['console/src/probe.ts', 'type', '../../api/contract/stores.ts', true],
  ['console/src/probe.ts', 'type', '../../api/stores/store-view.ts', false],
  ['console/src/probe.ts', 'value', '../../domain/store-life.ts', false],
];

describe('the lint enforces the table of layers', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'perennial-lint-'));
    cpSync(join(root, '.oxlintrc.json'), join(dir, '.oxlintrc.json'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  async function lint(file: string, source: string): Promise<string> {
    const path = join(dir, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, source);
    const oxlint = run(join(root, 'node_modules/.bin/oxlint'), ['--format=unix', file], { cwd: dir });
    return oxlint.then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    );
  }

  test.each(probes)('%s importing a %s of %s: allowed %s', async (file, kind, imported, isAllowed) => {
    const output = await lint(
      file,
      kind === 'value'
        ? `import { probe } from '${imported}';\nexport const probed = probe;\n`
        : `import type { Probe } from '${imported}';\nexport type Probed = Probe;\n`,
    );
    if (isAllowed) expect(output).not.toContain('no-restricted-imports');
    else expect(output).toContain('no-restricted-imports');
  });

  test('a circle of type-only imports is an error', async () => {
    await lint('api/stores/one.ts', `import type { Two } from './two.ts';\nexport type One = Two;\n`);
    const output = await lint('api/stores/two.ts', `import type { One } from './one.ts';\nexport type Two = One;\n`);
    expect(output).toContain('no-cycle');
  });
});
