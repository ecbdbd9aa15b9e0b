import * as wf from '@temporalio/workflow';
import type { CampaignRound } from '../../activities/contract.ts';
import type { CampaignState } from '../../domain/campaign.ts';
import { elapsedMs, startStopwatch, type Stopwatch, stopStopwatch } from '../../domain/stopwatch.ts';
import { campaignActivities } from '../activity-options.ts';
import { awaitNextWorkflowTask, continueAsNew, isNewRunSuggested } from '../continue-as-new.ts';
import * as messages from '../messages.ts';
import { onNudge } from '../on-nudge.ts';
import { campaignDetails } from './details.ts';

const maxRoundsPerRun = 200;

/**
 * Requests a new consent from many sellers: sleep until the start → fix the list of sellers → send what is due → sleep
 * until the next request → … A pause stops its clock. Ends when every seller has consented or had a reminder, or when
 * it is cancelled. Requests and consents are read from PostgreSQL in every round.
 */
export async function campaign(input: messages.CampaignInput): Promise<messages.CampaignOutcome> {
  const run = new CampaignRun(input);
  run.registerHandlers();
  return run.run();
}

class CampaignRun {
  private readonly input: messages.CampaignInput;
  private clock: Stopwatch;
  private isPaused: boolean;
  private isCancelled = false;
  private isNudged = false;
  private isStarted: boolean;
  private rounds = 0;
  private lastRound: CampaignRound | undefined;

  constructor(input: messages.CampaignInput) {
    this.input = input;
    this.clock = input.carried?.clock ?? { ranMs: 0 };
    this.isPaused = input.isPaused ?? (input.carried !== undefined && this.clock.runningSinceMs === undefined);
    this.isStarted = input.carried !== undefined;
  }

  registerHandlers(): void {
    wf.setHandler(messages.pauseRequested, () => {
      this.isPaused = true;
      this.clock = stopStopwatch(this.clock, Date.now());
    });
    wf.setHandler(messages.resumeRequested, () => {
      this.isPaused = false;
      if (this.isStarted) this.clock = startStopwatch(this.clock, Date.now());
    });
    wf.setHandler(messages.cancelRequested, () => {
      this.isCancelled = true;
    });
    onNudge(() => {
      this.isNudged = true;
    });
  }

  async run(): Promise<messages.CampaignOutcome> {
    let outcome: messages.CampaignOutcome['outcome'] | undefined;
    for (; !outcome; this.rounds += 1) {
      if (this.isCancelled) outcome = 'cancelled';
      else if (this.isNudged) await this.continueAsNew();
      else if (this.isPaused) await this.waitWhilePaused();
      else if (!this.isStarted) await this.start();
      else if (this.shouldContinueAsNew()) await this.continueAsNew();
      else if (!(await this.runRound())) outcome = 'finished';
    }
    await this.recordState(outcome);
    await awaitNextWorkflowTask();
    return { outcome };
  }

  private async start(): Promise<void> {
    await this.recordState('scheduled');
    const waitMs = Date.parse(this.input.startsAt) - Date.now();
    if (waitMs > 0 && (await wf.condition(this.isInterrupted, waitMs, { summary: 'until the campaign starts' })))
      return;
    await campaignActivities.startCampaign(this.input.campaignId);
    this.isStarted = true;
    // A pause may have been requested in the meantime; it takes effect before the first request is sent.
    if (!this.isPaused) this.clock = startStopwatch(this.clock, Date.now());
  }

  /** One round and the wait for the next; false when no round is left. */
  private async runRound(): Promise<boolean> {
    const clockMs = elapsedMs(this.clock, Date.now());
    this.lastRound = await campaignActivities.askDueSellers({ campaignId: this.input.campaignId, clockMs });
    this.showDetails('running');
    const { next } = this.lastRound;
    if (!next) return false;
    const summary =
      next.what === 'message' ? 'until the next request' : 'until the time after the last reminder is over';
    await wf.condition(this.isInterrupted, next.wakeInMs, { summary });
    return true;
  }

  private async waitWhilePaused(): Promise<void> {
    await this.recordState('paused');
    await wf.condition(() => !this.isPaused || this.isCancelled || this.isNudged);
  }

  private readonly isInterrupted = (): boolean => this.isPaused || this.isCancelled || this.isNudged;

  private shouldContinueAsNew(): boolean {
    return this.rounds >= maxRoundsPerRun || isNewRunSuggested();
  }

  private async continueAsNew(): Promise<void> {
    await awaitNextWorkflowTask();
    if (this.isCancelled) return;
    const { campaignId, name, startsAt } = this.input;
    const carried = this.isStarted ? { clock: this.clock } : undefined;
    await continueAsNew<typeof campaign>({ v: 1, campaignId, name, startsAt, carried, isPaused: this.isPaused });
  }

  private async recordState(state: CampaignState): Promise<void> {
    await campaignActivities.recordCampaignState({ campaignId: this.input.campaignId, state });
    this.showDetails(state);
  }

  private showDetails(state: CampaignState): void {
    wf.setCurrentDetails(campaignDetails(this.input.name, state, this.lastRound));
  }
}
