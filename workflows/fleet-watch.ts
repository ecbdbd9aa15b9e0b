import * as wf from '@temporalio/workflow';
import type { WatchRound } from '../activities/contract.ts';
import { storeWorkflowId } from '../domain/ids.ts';
import { watchActivities } from './activity-options.ts';
import { undefinedOnFailure } from './background-task.ts';
import { continueAsNew } from './continue-as-new.ts';
import { checkRequested, type FleetWatchInput } from './messages.ts';
import { onNudge } from './on-nudge.ts';

const maxRoundsPerRun = 200;

/**
 * Checks every connection, all year: each round checks those that are due and signals only the stores whose check
 * failed, which then confirm it themselves. Each run first removes old links and codes. It runs once and never ends.
 */
export async function fleetWatch({ wasBreakerOpen }: FleetWatchInput): Promise<never> {
  let isBreakerOpen = wasBreakerOpen;
  let isNudged = false;
  onNudge(() => {
    isNudged = true;
  });
  if (wf.patched('forget-old-access')) await watchActivities.forgetOldAccess();
  for (
    let rounds = 0;
    rounds < maxRoundsPerRun && !isNudged && !wf.workflowInfo().continueAsNewSuggested;
    rounds += 1
  ) {
    const round = await watchActivities.checkDueConnections();
    if (round.isBreakerOpen !== isBreakerOpen)
      wf.log.warn(round.isBreakerOpen ? 'Fleet breaker opened' : 'Fleet breaker closed');
    isBreakerOpen = round.isBreakerOpen;
    wf.setCurrentDetails(roundDetails(round));
    for (const storeId of round.suspects)
      await wf.getExternalWorkflowHandle(storeWorkflowId(storeId)).signal(checkRequested).catch(undefinedOnFailure);
    await wf.condition(() => isNudged, round.nextRoundInMs, { summary: 'until the next round of checks' });
  }
  return continueAsNew<typeof fleetWatch>({ v: 1, wasBreakerOpen: isBreakerOpen });
}

function roundDetails({ checked, failing, isAmazonAway, isBreakerOpen }: WatchRound): string {
  if (isBreakerOpen)
    return `**Breaker open**: ${failing} of ${checked} connections fail at once. No store changes its status, and the checks go on. See Amazon's health page and our application's credentials.`;
  return `Last round: ${checked} checked, ${failing} failing${isAmazonAway ? '; Amazon did not answer' : ''}.`;
}
