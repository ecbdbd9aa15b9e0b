import { setTimeout as delay } from 'node:timers/promises';
import type { Check, Finding } from './finding.ts';

export interface RunOptions {
  /** False: only the report. */
  readonly apply: boolean;
  /** How many repairs begin in a second. */
  readonly perSecond: number;
  readonly print: (line: string) => void;
}

/** The exit codes of `npm run recover` and `npm run audit`. */
export const exitCodes = { noDifference: 0, differences: 1, notCompared: 2 } as const;

/**
 * Prints every difference, then repairs those that need no decision if `apply` is set. Returns the exit code: whether
 * differences are left, or a check could not compare both sides.
 */
export async function runChecks(checks: readonly Check[], { apply, perSecond, print }: RunOptions): Promise<number> {
  const findings: Finding[] = [];
  let notCompared = 0;
  for (const check of checks) {
    print(`${check.title}: comparing …`);
    try {
      findings.push(...(await report(check, print)));
    } catch (error) {
      notCompared += 1;
      print(
        `  could not be compared: ${describeError(error)}. Check that PostgreSQL and Temporal answer, then repeat.`,
      );
    }
  }
  const repairs = findings.flatMap(({ subject, repair }) => (repair ? [{ subject, repair }] : []));
  print(summary(findings.length, repairs.length));
  const repaired = apply ? await repairAll(repairs, perSecond, print) : 0;
  if (notCompared > 0) return exitCodes.notCompared;
  return findings.length > repaired ? exitCodes.differences : exitCodes.noDifference;
}

async function report(check: Check, print: (line: string) => void): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for await (const finding of check.find()) {
    findings.push(finding);
    print(`  ${finding.subject}: ${finding.difference}`);
    print(`    → ${finding.remedy}`);
  }
  if (findings.length === 0) print('  no difference');
  return findings;
}

/** One after the other, so that neither side is overwhelmed. A repair that fails holds up no other. */
async function repairAll(
  repairs: readonly { readonly subject: string; readonly repair: () => Promise<void> }[],
  perSecond: number,
  print: (line: string) => void,
): Promise<number> {
  let repaired = 0;
  for (const { subject, repair } of repairs) {
    const interval = delay(1000 / perSecond);
    try {
      await repair();
      repaired += 1;
      print(`  ${subject}: repaired`);
    } catch (error) {
      print(`  ${subject}: failed, ${describeError(error)}. Repeat the command: it repairs only what is left.`);
    }
    await interval;
  }
  print(`${repaired} of ${repairs.length} repaired.`);
  return repaired;
}

function summary(total: number, repairable: number): string {
  if (total === 0) return 'No difference.';
  return `${total} ${total === 1 ? 'difference' : 'differences'}, of which ${repairable} can be repaired with --apply.`;
}

/** Without stack and cause: they may quote what is secret. */
function describeError(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.replace(/\.$/, '');
}
