import type { Alarms } from './alarms.ts';
import type { ApplicationActivities } from './contract.ts';
import type { SecretClock } from './ports.ts';

/** The clock of our own client secret: its dates come and go, the secret itself stays in the database. */
export function createApplicationActivities(secretClock: SecretClock, alarms: Alarms): ApplicationActivities {
  return {
    loadApplicationSecret: () => secretClock.loadDates(),
    async warnOfApplicationSecret(warning) {
      const { days, daysLeft, expiresAt } = warning;
      await secretClock.queueExpiryEvent(warning);
      const params = { daysLeft: String(daysLeft), expiresAt };
      await alarms.open({ kind: 'application_secret_expiring', stage: String(days), params });
    },
    async endApplicationSecretWarning() {
      await alarms.close('application_secret_expiring');
    },
    destroyPredecessors: () => secretClock.destroyPredecessors(),
  };
}
