import { createAmazonActivities } from './amazon-activities.ts';
import type { Activities, WatchActivities } from './contract.ts';
import { createMailActivities } from './mail-activities.ts';
import type {
  AmazonSeller,
  ConsentRecords,
  DispatchMessage,
  GrantRecords,
  Mailer,
  MessageRecords,
  StoreRecords,
  WatchRecords,
} from './ports.ts';
import { createStoreActivities } from './store-activities.ts';
import { createWatchActivities } from './watch-activities.ts';

export interface ActivityDeps {
  readonly stores: StoreRecords;
  readonly consents: ConsentRecords;
  readonly grants: GrantRecords;
  readonly messages: MessageRecords;
  readonly watch: WatchRecords;
  readonly amazon: AmazonSeller;
  readonly mailer: Mailer;
  readonly dispatchMessage: DispatchMessage;
  /** Length of the year that a consent begins, milliseconds. */
  readonly yearMs: number;
}

/** All that a worker registers. */
export function createActivities(deps: ActivityDeps): Activities & WatchActivities {
  return {
    ...createStoreActivities(deps.stores, deps.dispatchMessage, deps.yearMs),
    ...createAmazonActivities(deps),
    ...createMailActivities(deps.messages, deps.mailer),
    ...createWatchActivities(deps, deps.yearMs),
  };
}
