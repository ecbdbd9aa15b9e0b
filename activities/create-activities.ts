import { createAlarms } from './alarms.ts';
import { createApplicationActivities } from './application-activities.ts';
import { createAmazonActivities } from './amazon-activities.ts';
import type { KnownAuthorizations, KnownToCommerce } from '../domain/store-settings-validation.ts';
import { createImportActivities } from './import-activities.ts';
import { createCampaignActivities } from './campaign-activities.ts';
import type {
  Activities,
  ApplicationActivities,
  CampaignActivities,
  ImportActivities,
  WatchActivities,
} from './contract.ts';
import { createMailActivities } from './mail-activities.ts';
import type {
  AlarmRecords,
  AmazonSeller,
  CampaignRecords,
  ConsentRecords,
  DispatchMessage,
  GrantRecords,
  ImportRecords,
  Mailer,
  MessageRecords,
  NoticeRecords,
  SecretClock,
  StartStore,
  StoreRecords,
  WatchRecords,
} from './ports.ts';
import { reportRefusals } from './alarm-on-client-refusal.ts';
import { createStoreActivities } from './store-activities.ts';
import { createWatchActivities } from './watch-activities.ts';

export interface ActivityDeps {
  readonly stores: StoreRecords;
  readonly consents: ConsentRecords;
  readonly grants: GrantRecords;
  readonly messages: MessageRecords;
  readonly watch: WatchRecords;
  readonly alarms: AlarmRecords;
  readonly notices: NoticeRecords;
  readonly imports: ImportRecords;
  readonly campaigns: CampaignRecords;
  readonly applicationSecrets: SecretClock;
  readonly amazon: AmazonSeller;
  readonly catalog: KnownToCommerce;
  readonly authorizations: KnownAuthorizations;
  readonly mailer: Mailer;
  readonly dispatchMessage: DispatchMessage;
  readonly startStore: StartStore;
  /** Length of the year that a consent begins, milliseconds. */
  readonly yearMs: number;
  /** So many rows of an import are taken in a second, to leave room for everybody else. */
  readonly importRowsPerSecond: number;
}

/** All that a worker registers. */
export function createActivities(
  deps: ActivityDeps,
): Activities & WatchActivities & ImportActivities & CampaignActivities & ApplicationActivities {
  const alarms = createAlarms(deps);
  const amazon = reportRefusals(deps.amazon, alarms);
  return {
    ...createStoreActivities(deps.stores, deps.dispatchMessage, deps.yearMs),
    ...createAmazonActivities({ ...deps, amazon, breaker: alarms }),
    ...createMailActivities(deps.messages, deps.notices, deps.mailer),
    ...createApplicationActivities(deps.applicationSecrets, alarms),
    ...createWatchActivities({ ...deps, amazon, alarms }, deps.yearMs),
    ...createImportActivities(deps),
    ...createCampaignActivities(deps, deps.yearMs),
  };
}
