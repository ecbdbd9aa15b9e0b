import type { Repositories } from '../adapters/postgres/index.ts';
import { AccessRefusals } from './access-refusals.ts';
import { alarmOnClientRefusal } from './alarm-on-client-refusal.ts';
import { type AlarmDeps, Alarms } from './alarms.ts';
import { type AmazonActivityDeps, createAmazonActivities } from './amazon-activities.ts';
import { type ClientSecretLifetimes, createApplicationActivities } from './application-activities.ts';
import { type CampaignActivityDeps, createCampaignActivities } from './campaign-activities.ts';
import type { Activities, StoreActivities } from './contract.ts';
import type { FailingSteps } from './failing-steps.ts';
import { createImportActivities, type ImportActivityDeps } from './import-activities.ts';
import { createMailActivities, type MailActivityDeps } from './mail-activities.ts';
import type { WorkflowStarter } from './ports.ts';
import { createWatchActivities, type WatchActivityDeps } from './watch-activities.ts';

export type ActivityDeps = Omit<
  AmazonActivityDeps & ImportActivityDeps & WatchActivityDeps,
  'alarms' | 'accessRefusals' | 'authorizations'
> &
  AlarmDeps &
  CampaignActivityDeps &
  MailActivityDeps & {
    readonly stores: Pick<Repositories['stores'], 'createStore' | 'recordChange'>;
    readonly authorizations: Repositories['authorizations'];
    readonly messages: Pick<Repositories['messages'], 'queueMessage'>;
    readonly applicationSecrets: ClientSecretLifetimes;
    readonly temporal: WorkflowStarter;
    /** Notices database steps that keep failing. */
    readonly failingSteps?: FailingSteps;
  };

/** Everything that a worker registers, by the names that histories know. */
export function createActivities(deps: ActivityDeps): Activities {
  const alarms = new Alarms(deps);
  const amazon = alarmOnClientRefusal(deps.amazon, alarms);
  const accessRefusals = new AccessRefusals({ ...deps, alarms });
  const checkDeps = { ...deps, amazon, alarms, accessRefusals };
  const databaseSteps = {
    ...createStoreActivities(deps),
    ...createApplicationActivities(deps.applicationSecrets, alarms),
    ...createCampaignActivities(deps, deps.yearMs),
  };
  return {
    ...(deps.failingSteps?.watch(databaseSteps) ?? databaseSteps),
    ...createAmazonActivities(checkDeps),
    ...createMailActivities(deps),
    ...createWatchActivities(checkDeps, deps.yearMs),
    ...createImportActivities(checkDeps),
  };
}

function createStoreActivities({ authorizations, messages, stores, temporal, yearMs }: ActivityDeps): StoreActivities {
  return {
    createStore: (storeId) => stores.createStore(storeId),
    recordChange: (change) => stores.recordChange(change),
    adoptAuthorization: (consentId) => authorizations.adoptAuthorization(consentId, yearMs),
    reuseAuthorization: (storeId) => authorizations.reuseAuthorization(storeId),
    forgetAuthorization: (storeId) => authorizations.forgetAuthorization(storeId),
    undoAuthorization: (consentId) => authorizations.undoAuthorization(consentId),
    async queueMessage(message) {
      const { messageId } = await messages.queueMessage(message);
      if (messageId) await temporal.deliverMessage(messageId);
    },
  };
}
