import { getApplication as operation } from '../contract/application-operations.ts';
import type { ApiDeps } from '../deps.ts';
import { describeApplication } from './describe-application.ts';
import { route } from '../http/route.ts';

export function getApplication(deps: ApiDeps) {
  return route(operation, async () => ({ status: 200, body: await describeApplication(deps) }));
}
