import { createAlarms } from './alarms.ts';
import { createAmazonActivities } from './amazon-activities.ts';
import type { Activities, WatchActivities } from './contract.ts';
import { createMailActivities } from './mail-activities.ts';
import type {
  AlarmRecords,
  AmazonSeller,
  ConsentRecords,
  DispatchMessage,
  GrantRecords,
  Mailer,
  MessageRecords,
  NoticeRecords,
  StoreRecords,
  WatchRecords,
} from './ports.ts';
import { reportRefusals } from './report-refusals.ts';
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
  readonly amazon: AmazonSeller;
  readonly mailer: Mailer;
  readonly dispatchMessage: DispatchMessage;
  /** Length of the year that a consent begins, milliseconds. */
  readonly yearMs: number;
}

/** All that a worker registers. */
export function createActivities(deps: ActivityDeps): Activities & WatchActivities {
  const alarms = createAlarms(deps);
  const amazon = reportRefusals(deps.amazon, alarms);
  return {
    ...createStoreActivities(deps.stores, deps.dispatchMessage, deps.yearMs),
    ...createAmazonActivities({ ...deps, amazon }),
    ...createMailActivities(deps.messages, deps.notices, deps.mailer),
    ...createWatchActivities({ ...deps, amazon, alarms }, deps.yearMs),
  };
}
