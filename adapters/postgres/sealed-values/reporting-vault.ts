import type { Knex } from 'knex';
import { type SecretVault, SecretVaultError } from '../../../activities/ports.ts';
import { openUnreadableAlarm } from './unreadable-alarms.ts';

/** Opens the alarm `secret_unreadable` for each value that cannot be opened; the caller gets the error all the same. */
export function createReportingVault(vault: SecretVault, database: Knex, notifyOperators: boolean): SecretVault {
  return {
    seal: (plainText, context) => vault.seal(plainText, context),
    open: (sealed, context) =>
      vault.open(sealed, context).catch((error: unknown) => {
        // Not awaited: the caller may hold a transaction. The next inspection opens an alarm that gets lost here.
        if (error instanceof SecretVaultError)
          void openUnreadableAlarm(database, error, notifyOperators).catch(() => undefined);
        throw error;
      }),
  };
}
