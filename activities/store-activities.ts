import type { StoreActivities } from './contract.ts';
import type { DispatchMessage, StoreRecords } from './ports.ts';

/** Short database steps, each one transaction. `yearMs`: length of the year that a consent begins. */
export function createStoreActivities(
  records: StoreRecords,
  dispatchMessage: DispatchMessage,
  yearMs: number,
): StoreActivities {
  return {
    createStore: (storeId) => records.createStore(storeId),
    recordChange: (change) => records.recordChange(change),
    adoptAuthorization: (consentId) => records.adoptAuthorization(consentId, yearMs),
    reuseAuthorization: (storeId) => records.reuseAuthorization(storeId),
    forgetAuthorization: (storeId) => records.forgetAuthorization(storeId),
    async queueMessage(message) {
      const { messageId } = await records.queueMessage(message);
      if (messageId) await dispatchMessage(messageId);
    },
  };
}
