import type { ApplicationSecrets } from '../adapters/postgres/application-secrets/application-secrets.ts';
import type { Alarms } from './alarms.ts';
import type { ApplicationActivities } from './contract.ts';

/** When our client secret ends; nothing of the secret itself. */
export type ClientSecretLifetimes = Pick<ApplicationSecrets, 'loadDates' | 'queueExpiryEvent' | 'destroyPredecessors'>;

/** The dates of our own client secret; the secret itself stays in the database. */
export function createApplicationActivities(secrets: ClientSecretLifetimes, alarms: Alarms): ApplicationActivities {
  return {
    loadApplicationSecret: () => secrets.loadDates(),
    async warnOfApplicationSecret(warning) {
      const { days, daysLeft, expiresAt } = warning;
      await secrets.queueExpiryEvent(warning);
      const params = { daysLeft: String(daysLeft), expiresAt };
      await alarms.open({ kind: 'application_secret_expiring', stage: String(days), params });
    },
    async endApplicationSecretWarning() {
      await alarms.close('application_secret_expiring');
    },
    destroyPredecessors: () => secrets.destroyPredecessors(),
  };
}
