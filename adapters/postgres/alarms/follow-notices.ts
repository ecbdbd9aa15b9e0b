import { listenWithReconnect } from '../db/listen.ts';

/**
 * Calls `dispatch` at the start and after every notice that is queued, by whichever process. When it throws, it is called
 * again after a growing delay.
 */
export function followNotices(
  databaseUrl: string,
  dispatch: () => Promise<void>,
  onError: (error: unknown) => void,
): { close(): Promise<void> } {
  return listenWithReconnect({
    databaseUrl,
    channel: 'alarm_notices',
    applicationName: 'perennial-alarm-notices',
    onError,
    async onConnected({ notifications }) {
      await dispatch();
      for await (const _notification of notifications) await dispatch();
    },
  });
}
