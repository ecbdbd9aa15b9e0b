import { expect, test } from 'vitest';
import { parseArguments } from '../../recovery/arguments.ts';
import type { Check, Finding } from '../../recovery/finding.ts';
import { runChecks } from '../../recovery/run-checks.ts';

const found = (...findings: readonly Finding[]): Check => ({
  title: 'Stores',
  async *find() {
    yield* findings;
  },
});
const difference = { subject: 'store 1', difference: 'the row is missing', remedy: 'Add it.' };

async function run(check: Check, apply: boolean): Promise<{ exitCode: number; lines: readonly string[] }> {
  const lines: string[] = [];
  const exitCode = await runChecks([check], { apply, perSecond: 1000, print: (line) => void lines.push(line) });
  return { exitCode, lines };
}

test('both sides are the same: exit code 0', async () => {
  expect(await run(found(), false)).toMatchObject({ exitCode: 0 });
});

test('a difference is printed with its remedy and left alone without --apply: exit code 1', async () => {
  let repairs = 0;
  const { exitCode, lines } = await run(found({ ...difference, repair: async () => void (repairs += 1) }), false);
  expect({ exitCode, repairs }).toEqual({ exitCode: 1, repairs: 0 });
  expect(lines).toContain('  store 1: the row is missing');
  expect(lines).toContain('    → Add it.');
});

test('--apply repairs what it can; what a person decides is left: exit code 1', async () => {
  let repairs = 0;
  const repairable = { ...difference, repair: async () => void (repairs += 1) };
  expect(await run(found(repairable), true)).toMatchObject({ exitCode: 0 });
  expect(await run(found(repairable, difference), true)).toMatchObject({ exitCode: 1 });
  expect(repairs).toBe(2);
});

test('a repair that fails holds up no other, and names no value: exit code 1', async () => {
  let repairs = 0;
  const failing = {
    ...difference,
    repair: async () => {
      throw new Error('timeout\nwith a long detail');
    },
  };
  const { exitCode, lines } = await run(
    found(failing, { ...difference, repair: async () => void (repairs += 1) }),
    true,
  );
  expect({ exitCode, repairs }).toEqual({ exitCode: 1, repairs: 1 });
  expect(lines.join('\n')).not.toContain('long detail');
});

test('a side that does not answer is no difference: exit code 2', async () => {
  const away: Check = {
    title: 'Stores',
    // oxlint-disable-next-line require-yield
    async *find() {
      throw new Error('connect ECONNREFUSED');
    },
  };
  const { exitCode, lines } = await run(away, true);
  expect(exitCode).toBe(2);
  expect(lines.join('\n')).toContain('connect ECONNREFUSED. Check that PostgreSQL and Temporal answer');
});

test.each([
  [['workflows', '--apply'], { command: 'workflows', apply: true, perSecond: 20 }],
  [['rows', '--per-second', '5', '--deleted', 'a', '--deleted', 'b'], { perSecond: 5, deleted: ['a', 'b'] }],
  [[], { help: expect.stringContaining('npm run audit') }],
  [['rows', '--help'], { help: expect.stringContaining('docs/recovery.md') }],
  [['everything'], { problem: 'Unknown command "everything". Use one of: workflows, rows.' }],
  [['audit', '--apply'], { problem: expect.stringContaining('The audit changes nothing') }],
  [['workflows', '--deleted', 'a'], { problem: expect.stringContaining('belongs to the command "rows"') }],
  [['rows', '--per-second', 'many'], { problem: expect.stringContaining('"many"; accepted is a number up to 200') }],
  [['rows', '--force'], { problem: expect.stringContaining('--force') }],
])('the command line %j', (args, expected) => {
  expect(parseArguments(args)).toMatchObject(expected);
});
