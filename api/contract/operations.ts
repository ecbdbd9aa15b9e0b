import * as accessOperations from './access-operations.ts';
import * as alarmOperations from './alarm-operations.ts';
import * as amazonLoginOperations from './amazon-login-operations.ts';
import * as applicationOperations from './application-operations.ts';
import * as campaignOperations from './campaign-operations.ts';
import * as connectionOperations from './connection-operations.ts';
import * as importOperations from './import-operations.ts';
import type { Operation } from './operation.ts';
import * as preSetupOperations from './pre-setup-operations.ts';
import * as serviceOperations from './service-operations.ts';
import * as storeOperations from './store-operations.ts';
import * as webhookOperations from './webhook-operations.ts';

/** Every call there is, in the order of the document. */
export const operations: readonly Operation[] = [
  ...Object.values(storeOperations),
  ...Object.values(importOperations),
  ...Object.values(connectionOperations),
  ...Object.values(amazonLoginOperations),
  ...Object.values(preSetupOperations),
  ...Object.values(accessOperations),
  ...Object.values(alarmOperations),
  ...Object.values(webhookOperations),
  ...Object.values(campaignOperations),
  ...Object.values(applicationOperations),
  ...Object.values(serviceOperations),
];
