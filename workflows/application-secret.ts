import * as wf from '@temporalio/workflow';
import type { ApplicationSecretDates } from '../activities/contract.ts';
import { daysLeft, dueWarning, warningAt } from '../domain/application-secret.ts';
import { moment } from '../domain/timeline.ts';
import { applicationSteps } from './activity-options.ts';
import { applicationSecretChanged, type ApplicationSecretInput } from './messages.ts';

/**
 * Keeps the clock of our own LWA client secret: warns operators before its 180 days end and destroys its predecessor
 * after the overlap. Begins anew with every change it is told of, which it reads for itself. One of it runs; it never
 * ends.
 */
export async function applicationSecret({ warned }: ApplicationSecretInput): Promise<never> {
  let isTold = false;
  wf.setHandler(applicationSecretChanged, () => {
    isTold = true;
  });

  const secret = await applicationSteps.loadApplicationSecret();
  let { predecessorValidUntil } = secret;
  let next = warned?.expiresAt === secret.expiresAt ? warned.next : 0;
  if (!dueWarning(secret, 0, Date.now())) await applicationSteps.endApplicationSecretWarning();

  while (!isTold && !wf.workflowInfo().continueAsNewSuggested) {
    const due = dueWarning(secret, next, Date.now());
    if (due) {
      await applicationSteps.warnOfApplicationSecret({
        days: due.days,
        daysLeft: daysLeft(secret, Date.now()),
        expiresAt: secret.expiresAt,
      });
      next = due.index + 1;
    }
    if (predecessorValidUntil && Date.parse(predecessorValidUntil) <= Date.now()) {
      await applicationSteps.destroyPredecessors();
      predecessorValidUntil = undefined;
    }
    wf.setCurrentDetails(details(secret));
    const dates = [warningAt(secret, next)?.at, predecessorValidUntil].flatMap((at) => (at ? Date.parse(at) : []));
    if (dates.length === 0) await wf.condition(() => isTold);
    else {
      const waitMs = Math.min(...dates) - Date.now();
      if (waitMs > 0) await wf.condition(() => isTold, waitMs, { summary: 'until the next date of the secret' });
    }
  }
  return wf.makeContinueAsNewFunc<typeof applicationSecret>({ initialVersioningBehavior: 'AUTO_UPGRADE' })({
    v: 1,
    warned: { expiresAt: secret.expiresAt, next },
  });
}

function details(secret: ApplicationSecretDates): string {
  const { issuedAt, expiresAt, predecessorValidUntil } = secret;
  const left = daysLeft(secret, Date.now());
  return [
    `**LWA client secret**: ${left} days left on ${moment(new Date().toISOString())}`,
    `Counted from ${moment(issuedAt)}, ends ${moment(expiresAt)}`,
    ...(predecessorValidUntil ? [`Its predecessor works at Amazon until ${moment(predecessorValidUntil)}`] : []),
    left > 30
      ? 'Nothing to do. Operators are warned 30, 14, 7, 3 and 1 days before the end.'
      : "Make a new client secret in Amazon's Solution Provider Portal and hand it over: `PUT /v1/application/secret`.",
  ].join('\n\n');
}
