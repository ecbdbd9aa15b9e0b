import * as wf from '@temporalio/workflow';
import type { ApplicationSecretDates } from '../activities/contract.ts';
import { daysLeft, dueWarning, warningAt } from '../domain/application-secret.ts';
import { formatUtc } from '../locales/format-utc.ts';
import { secretActivities } from './activity-options.ts';
import { continueAsNew } from './continue-as-new.ts';
import { applicationSecretChanged, type ApplicationSecretInput } from './messages.ts';
import { onNudge } from './on-nudge.ts';

/**
 * Watches the dates of our own LWA client secret: warns operators before its 180 days end and destroys its predecessor
 * after the overlap. Continues as new with every change of the secret and reads its dates again. It runs once and never
 * ends.
 */
export async function applicationSecret({ warned }: ApplicationSecretInput): Promise<never> {
  let isInterrupted = false;
  const interrupt = () => {
    isInterrupted = true;
  };
  wf.setHandler(applicationSecretChanged, interrupt);
  onNudge(interrupt);

  const secret = await secretActivities.loadApplicationSecret();
  let { predecessorValidUntil } = secret;
  let nextWarning = warned?.expiresAt === secret.expiresAt ? warned.next : 0;
  if (!dueWarning(secret, 0, Date.now())) await secretActivities.endApplicationSecretWarning();

  while (!isInterrupted && !wf.workflowInfo().continueAsNewSuggested) {
    nextWarning = await warnIfDue(secret, nextWarning);
    if (predecessorValidUntil && Date.parse(predecessorValidUntil) <= Date.now()) {
      await secretActivities.destroyPredecessors();
      predecessorValidUntil = undefined;
    }
    wf.setCurrentDetails(secretDetails(secret));
    const dates = [warningAt(secret, nextWarning)?.at, predecessorValidUntil].filter((at) => at !== undefined);
    await untilNextDate(dates, () => isInterrupted);
  }
  return continueAsNew<typeof applicationSecret>({
    v: 1,
    warned: { expiresAt: secret.expiresAt, next: nextWarning },
  });
}

/** `nextWarning`: index of the first warning that has not been given; returns the one after it, if it was due. */
async function warnIfDue(secret: ApplicationSecretDates, nextWarning: number): Promise<number> {
  const due = dueWarning(secret, nextWarning, Date.now());
  if (!due) return nextWarning;
  await secretActivities.warnOfApplicationSecret({
    days: due.days,
    daysLeft: daysLeft(secret, Date.now()),
    expiresAt: secret.expiresAt,
  });
  return due.index + 1;
}

async function untilNextDate(dates: readonly string[], isInterrupted: () => boolean): Promise<void> {
  if (dates.length === 0) return wf.condition(isInterrupted);
  const waitMs = Math.min(...dates.map((at) => Date.parse(at))) - Date.now();
  if (waitMs > 0) await wf.condition(isInterrupted, waitMs, { summary: 'until the next date of the secret' });
}

function secretDetails(secret: ApplicationSecretDates): string {
  const { issuedAt, expiresAt, predecessorValidUntil } = secret;
  const days = daysLeft(secret, Date.now());
  return [
    `**LWA client secret**: ${days} days left on ${formatUtc(new Date().toISOString())}`,
    `Counted from ${formatUtc(issuedAt)}, ends ${formatUtc(expiresAt)}`,
    ...(predecessorValidUntil ? [`Its predecessor works at Amazon until ${formatUtc(predecessorValidUntil)}`] : []),
    days > 30
      ? 'Nothing to do. Operators are warned 30, 14, 7, 3 and 1 days before the end.'
      : "Create a new client secret in Amazon's Solution Provider Portal and set it with `PUT /v1/application/secret`.",
  ].join('\n\n');
}
