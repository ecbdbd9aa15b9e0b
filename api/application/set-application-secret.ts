import * as contract from '../contract/application.ts';
import type { ApiDeps } from '../deps.ts';
import { describeChange } from '../http/audit-trail.ts';
import { invalidBody } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { describeApplication } from './describe-application.ts';

export function setApplicationSecret(deps: ApiDeps) {
  const { applicationSecrets, temporal, verifyClientSecret } = deps;
  return route(contract.setApplicationSecret, async ({ body: { clientSecret, issuedAt }, request }) => {
    const verdict = await verifyClientSecret(clientSecret);
    if (verdict === 'refused') {
      const detail = 'Amazon refuses this client secret. Copy it again from the Solution Provider Portal.';
      throw invalidBody([{ pointer: '/clientSecret', detail }]);
    }
    describeChange(request, { changes: { clientSecret: {}, ...(issuedAt && { issuedAt: { after: issuedAt } }) } });
    const isVerified = verdict === 'accepted';
    await applicationSecrets.activateRotatedSecret({ clientSecret, isVerified, issuedAt });
    await temporal.applicationSecretChanged();
    return { status: 200, body: await describeApplication(deps) };
  });
}
