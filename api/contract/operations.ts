import * as access from './access.ts';
import * as alarms from './alarms.ts';
import * as amazonLogin from './amazon-login.ts';
import * as application from './application.ts';
import * as audit from './audit.ts';
import * as authorizations from './authorizations.ts';
import * as campaigns from './campaigns.ts';
import * as connections from './connections.ts';
import * as consents from './consents.ts';
import * as imports from './imports.ts';
import * as lookUps from './look-ups.ts';
import type { Operation } from './operation.ts';
import * as preSetup from './pre-setup.ts';
import * as renewals from './renewals.ts';
import * as service from './service.ts';
import * as sessions from './sessions.ts';
import * as stores from './stores.ts';
import * as timeline from './timeline.ts';
import * as webhooks from './webhooks.ts';

const resources: readonly object[] = [
  stores,
  timeline,
  imports,
  connections,
  authorizations,
  consents,
  amazonLogin,
  preSetup,
  access,
  sessions,
  audit,
  alarms,
  webhooks,
  campaigns,
  application,
  service,
  renewals,
  lookUps,
];

/** Every operation of the API, in the order of the OpenAPI document. */
export const operations: readonly Operation[] = resources
  .flatMap((resource): unknown[] => Object.values(resource))
  .filter(isOperation);

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'operationId' in value;
}
