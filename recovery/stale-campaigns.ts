import type { Repositories } from '../adapters/postgres/index.ts';
import type { OpenCampaign } from '../adapters/postgres/recovery/open-work.ts';
import type { TemporalGateway } from '../adapters/temporal/gateway.ts';
import type { WorkflowHistories } from '../adapters/temporal/workflow-histories.ts';
import { campaignIdOfWorkflow, campaignWorkflowId } from '../domain/ids.ts';
import { cancelRequested, pauseRequested } from '../workflows/messages.ts';
import type { Check, Finding } from './finding.ts';

/** A step and what it records are not written at the same instant. */
const toleranceMs = 120_000;

export interface StaleCampaignDeps {
  readonly campaigns: Pick<Repositories['campaigns'], 'recordCampaign' | 'findCampaign'>;
  readonly recovery: Pick<Repositories['recovery'], 'listOpenCampaigns'>;
  readonly temporal: Pick<TemporalGateway, 'stateOf' | 'signalCampaign'>;
  readonly histories: Pick<WorkflowHistories, 'listRunning' | 'lastStepAt' | 'outcomeOfCampaign'>;
}

/**
 * Which sellers a campaign has written to since the backup is not known, so that it must not go on by itself: it would
 * write to them again.
 */
export function staleCampaigns(deps: StaleCampaignDeps): Check {
  return {
    title: 'Campaigns and what their workflows have done',
    async *find() {
      yield* unknownCampaigns(deps);
      for (const campaign of await deps.recovery.listOpenCampaigns()) {
        const finding = await examine(deps, campaign);
        if (finding) yield finding;
      }
    },
  };
}

async function* unknownCampaigns({ campaigns, histories, temporal }: StaleCampaignDeps): AsyncGenerator<Finding> {
  for await (const workflowId of histories.listRunning('campaign')) {
    const campaignId = campaignIdOfWorkflow(workflowId);
    if (campaignId === undefined || (await campaigns.findCampaign(campaignId))) continue;
    yield {
      subject: `campaign ${campaignId}`,
      difference: 'the row is missing, and with it the sellers it writes to',
      remedy: 'Cancel its workflow: npm run recover -- rows --apply. Then create the campaign again.',
      repair: () => temporal.signalCampaign(campaignId, cancelRequested),
    };
  }
}

async function examine(
  { campaigns, histories, temporal }: StaleCampaignDeps,
  { campaignId, state, updatedAt }: OpenCampaign,
): Promise<Finding | undefined> {
  const workflowId = campaignWorkflowId(campaignId);
  const subject = `campaign ${campaignId}`;
  const workflow = await temporal.stateOf(workflowId);
  if (workflow === 'completed') {
    const outcome = await histories.outcomeOfCampaign(campaignId);
    return {
      subject,
      difference: `its workflow has ended (${outcome}), although the row is ${state}`,
      remedy: 'Bring it up to date: npm run recover -- rows --apply.',
      repair: () => campaigns.recordCampaign(campaignId, outcome),
    };
  }
  if (workflow !== 'running' || state === 'paused') return undefined;
  const lastStepAt = await histories.lastStepAt(workflowId);
  if (Date.parse(lastStepAt) < Date.parse(updatedAt) + toleranceMs) return undefined;
  return {
    subject,
    difference: `the row is older than its workflow, and does not know whom it has written to until ${lastStepAt}`,
    remedy: 'Pause it: npm run recover -- rows --apply. Then resume it, which writes to them again, or cancel it.',
    repair: () => temporal.signalCampaign(campaignId, pauseRequested),
  };
}
