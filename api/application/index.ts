import type { ApiDeps } from '../deps.ts';
import type { Route } from '../http/route.ts';
import { getApplication } from './get-application.ts';
import { setApplicationSecret } from './set-application-secret.ts';

export function applicationRoutes(deps: ApiDeps): readonly Route[] {
  return [getApplication(deps), setApplicationSecret(deps)];
}
