import * as wf from '@temporalio/workflow';
import { storeWorkflowId } from '../domain/ids.ts';
import { watchRound } from './activity-options.ts';
import { checkRequested, type FleetWatchInput } from './messages.ts';
import { unlessCancelled } from './background-task.ts';

const roundsPerRun = 200;

/**
 * Looks after every connection, all year: each round asks Amazon about those that are due and tells only the stores
 * that something is wrong with, which confirm it themselves. Each run tidies up first. One of it runs; it never ends.
 */
export async function fleetWatch({ wasBreakerOpen }: FleetWatchInput): Promise<never> {
  let isBreakerOpen = wasBreakerOpen;
  if (wf.patched('forget-old-access')) await watchRound.forgetOldAccess();
  for (let rounds = 0; rounds < roundsPerRun && !wf.workflowInfo().continueAsNewSuggested; rounds += 1) {
    const round = await watchRound.checkDueConnections();
    if (round.isBreakerOpen !== isBreakerOpen)
      wf.log.warn(round.isBreakerOpen ? 'fleet breaker open' : 'fleet breaker closed');
    isBreakerOpen = round.isBreakerOpen;
    wf.setCurrentDetails(
      isBreakerOpen
        ? `**Breaker open**: ${round.failing} of ${round.checked} connections fail at once. Nobody's status changes; checks go on by themselves. Look at Amazon's health page and at our application's credentials.`
        : `Last round: ${round.checked} checked, ${round.failing} suspected${round.isAmazonAway ? '; Amazon could not be asked' : ''}.`,
    );
    for (const storeId of round.suspects)
      await wf.getExternalWorkflowHandle(storeWorkflowId(storeId)).signal(checkRequested).catch(unlessCancelled);
    await wf.sleep(round.nextRoundInMs, { summary: 'until the next round of checks' });
  }
  return wf.makeContinueAsNewFunc<typeof fleetWatch>({ initialVersioningBehavior: 'AUTO_UPGRADE' })({
    v: 1,
    wasBreakerOpen: isBreakerOpen,
  });
}
