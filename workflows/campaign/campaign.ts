import * as wf from '@temporalio/workflow';
import type { CampaignRound } from '../../activities/contract.ts';
import { type CampaignClock, readClock, runClock, stopClock } from '../../domain/campaign.ts';
import { campaignSteps } from '../activity-options.ts';
import { campaignDetails } from './details.ts';
import * as messages from '../messages.ts';
import { taskOfItsOwn } from '../background-task.ts';

const roundsPerRun = 200;

/**
 * Asks many sellers to agree again: sleep until the start → fix whom to ask → sleep until the next turns → ask them → …
 * A pause stops its clock. Ends when nobody is left to wait for, or when it is cancelled; whoever has agreed by then or
 * not is read from PostgreSQL, where the turns lie, too.
 */
export async function campaign(input: messages.CampaignInput): Promise<messages.CampaignOutcome> {
  const { campaignId, name, startsAt } = input;
  let clock: CampaignClock = input.carried?.clock ?? { ranMs: 0 };
  let paused = input.carried !== undefined && clock.runningSinceMs === undefined;
  let cancelled = false;
  let started = input.carried !== undefined;
  let round: CampaignRound | undefined;

  wf.setHandler(messages.pauseRequested, () => {
    paused = true;
    clock = stopClock(clock, Date.now());
  });
  wf.setHandler(messages.resumeRequested, () => {
    paused = false;
    if (started) clock = runClock(clock, Date.now());
  });
  wf.setHandler(messages.cancelRequested, () => {
    cancelled = true;
  });

  let outcome: messages.CampaignOutcome['outcome'] | undefined;
  for (let rounds = 0; !outcome; rounds += 1) {
    if (cancelled) outcome = 'cancelled';
    else if (paused) await standStill();
    else if (!started) await start();
    else if (mayStartAnew(rounds)) await startAnew();
    else if (!(await goOn())) outcome = 'finished';
  }
  await campaignSteps.recordCampaignState({ campaignId, state: outcome });
  show(outcome);
  await taskOfItsOwn();
  return { outcome };

  async function start(): Promise<void> {
    await campaignSteps.recordCampaignState({ campaignId, state: 'scheduled' });
    show('scheduled');
    const untilStartMs = Date.parse(startsAt) - Date.now();
    const awake = () => paused || cancelled;
    if (untilStartMs > 0 && (await wf.condition(awake, untilStartMs, { summary: 'until the campaign starts' }))) return;
    await campaignSteps.startCampaign(campaignId);
    started = true;
    // Who asks for a pause in this moment gets it before anybody is asked.
    if (!paused) clock = runClock(clock, Date.now());
  }

  /** One round, and the wait for the next; false when there is none. */
  async function goOn(): Promise<boolean> {
    round = await campaignSteps.askDueSellers({ campaignId, clockMs: readClock(clock, Date.now()) });
    const { next } = round;
    show('running');
    if (!next) return false;
    const summary =
      next.what === 'message' ? 'until the next seller is asked' : 'until the last reminders had their time';
    await wf.condition(() => paused || cancelled, next.wakeInMs, { summary });
    return true;
  }

  async function standStill(): Promise<void> {
    await campaignSteps.recordCampaignState({ campaignId, state: 'paused' });
    show('paused');
    await wf.condition(() => !paused || cancelled);
  }

  function mayStartAnew(rounds: number): boolean {
    const { continueAsNewSuggested, targetWorkerDeploymentVersionChanged } = wf.workflowInfo();
    return rounds >= roundsPerRun || continueAsNewSuggested || targetWorkerDeploymentVersionChanged;
  }

  async function startAnew(): Promise<void> {
    await taskOfItsOwn();
    if (cancelled) return;
    const again = wf.makeContinueAsNewFunc<typeof campaign>({ initialVersioningBehavior: 'AUTO_UPGRADE' });
    await again({ v: 1, campaignId, name, startsAt, carried: { clock } });
  }

  function show(state: Parameters<typeof campaignDetails>[1]): void {
    wf.setCurrentDetails(campaignDetails(name, state, round));
  }
}
