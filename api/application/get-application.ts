import * as contract from '../contract/application.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';
import { describeApplication } from './describe-application.ts';

export function getApplication(deps: ApiDeps) {
  return route(contract.getApplication, async () => ({ status: 200, body: await describeApplication(deps) }));
}
