import { type PreSetupTask, preSetupTasks } from '../../domain/pre-setup-tasks.ts';
import { type Locale, messages } from '../../locales/index.ts';
import type { ApiDeps } from '../deps.ts';
import { checkCommerce, type CommerceCheck } from './check-commerce.ts';

/** A task is done when a person ticked it or the check of Commerce passed. */
export async function describeTasks({ catalog, preSetup }: Pick<ApiDeps, 'catalog' | 'preSetup'>, locale: Locale) {
  const [ticks, checks] = await Promise.all([preSetup.listDone(), checkCommerce(catalog)]);
  return preSetupTasks.map((task: PreSetupTask) => {
    const tick = ticks.get(task);
    const { check, detail }: CommerceCheck = checks[task] ?? { check: 'manual' };
    return {
      task,
      done: tick !== undefined || check === 'passed',
      doneBy: tick?.by,
      doneAt: tick?.at,
      check,
      detail: detail?.(messages[locale].commerceChecks),
    };
  });
}
