import { type PreSetupTask, preSetupTasks } from '../domain/pre-setup-tasks.ts';
import type { ApiDeps } from './deps.ts';
import { type CommerceCatalog, CommerceUnavailable } from './ports.ts';

interface Check {
  readonly check: 'passed' | 'failed' | 'manual' | 'unknown';
  readonly detail?: string;
}

const productIdAttributes = ['asin', 'ean', 'isbn', 'upc', 'gcid'];

/** Every task as it stands: what Commerce shows counts, a person's tick counts, either is enough. */
export async function listPreSetupTasks({ catalog, preSetup }: Pick<ApiDeps, 'catalog' | 'preSetup'>) {
  const [ticks, checks] = await Promise.all([preSetup.listTicks(), checkCommerce(catalog)]);
  return preSetupTasks.map((task) => {
    const tick = ticks.get(task);
    const check = checks[task] ?? { check: 'manual' as const };
    return {
      task,
      done: tick !== undefined || check.check === 'passed',
      ...(tick && { doneBy: tick.by, doneAt: tick.at }),
      ...check,
    };
  });
}

async function checkCommerce(catalog: CommerceCatalog): Promise<Partial<Record<PreSetupTask, Check>>> {
  try {
    const found = await Promise.all(productIdAttributes.map((part) => catalog.searchAttributes(part, 1)));
    const codes = found.flatMap(([first]) => (first ? [first.code] : []));
    const [condition] = await catalog.searchAttributes('condition', 1);
    return {
      attributes: seen(
        codes.length > 0,
        `Found: ${codes.join(', ')}.`,
        'No attribute for ASIN, EAN, ISBN, UPC or GCID.',
      ),
      condition: seen(condition !== undefined, `Found: ${condition?.code}.`, 'No attribute for the condition.'),
    };
  } catch (error) {
    if (!(error instanceof CommerceUnavailable)) throw error;
    const unknown: Check = { check: 'unknown', detail: 'Commerce could not be asked.' };
    return { attributes: unknown, condition: unknown };
  }
}

function seen(passed: boolean, found: string, missing: string): Check {
  return passed ? { check: 'passed', detail: found } : { check: 'failed', detail: missing };
}
