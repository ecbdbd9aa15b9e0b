import { daysLeft, warningDays } from '../../domain/application-secret.ts';
import { applicationSecretId } from '../../domain/ids.ts';
import type { Application } from '../contract/application.ts';
import type { ApiDeps } from '../deps.ts';

/** Dates and a state, never the secret. */
export async function describeApplication({
  applicationSecrets,
  alarms,
}: Pick<ApiDeps, 'applicationSecrets' | 'alarms'>): Promise<Application> {
  const [secret, openAlarms] = await Promise.all([applicationSecrets.describe(), alarms.countOpenAlarms()]);
  const { clientId, issuedAt, expiresAt, source, isVerified, predecessorValidUntil } = secret;
  const remainingDays = daysLeft(secret, Date.now());
  const isRefused = (openAlarms.get('application_refused') ?? 0) > 0;
  return {
    clientId,
    state: isRefused ? 'refused' : stateOf(remainingDays, isVerified),
    issuedAt,
    expiresAt,
    daysLeft: remainingDays,
    source,
    predecessorValidUntil,
    workflowId: applicationSecretId,
  };
}

function stateOf(remainingDays: number, isVerified: boolean): Application['state'] {
  if (remainingDays === 0) return 'expired';
  if (remainingDays <= warningDays[0]) return 'expiring';
  return isVerified ? 'in_force' : 'unverified';
}
