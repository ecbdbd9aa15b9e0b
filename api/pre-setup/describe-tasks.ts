import { type PreSetupTask, preSetupTasks } from '../../domain/pre-setup-tasks.ts';
import type { Locale } from '../../locales/index.ts';
import { checkCommerce } from './check-commerce.ts';
import type { ApiDeps } from '../deps.ts';

/** Every task as it stands: what Commerce shows counts, a person's tick counts, either is enough. */
export async function describeTasks({ catalog, preSetup }: Pick<ApiDeps, 'catalog' | 'preSetup'>, locale: Locale) {
  const [ticks, checks] = await Promise.all([preSetup.listDone(), checkCommerce(catalog)]);
  return preSetupTasks.map((task: PreSetupTask) => {
    const tick = ticks.get(task);
    const { check, detail } = checks[task] ?? { check: 'manual' };
    return {
      task,
      done: tick !== undefined || check === 'passed',
      ...(tick && { doneBy: tick.by, doneAt: tick.at }),
      check,
      ...(detail && { detail: detail[locale] }),
    };
  });
}
