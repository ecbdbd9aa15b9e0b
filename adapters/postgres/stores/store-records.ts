import type { Knex } from 'knex';
import type { SecretBox, StoreRecords } from '../../../activities/ports.ts';
import { adoptAuthorization } from '../authorizations/adopt-authorization.ts';
import { createStore } from './create-store.ts';
import { forgetAuthorization } from '../authorizations/forget-authorization.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { recordChange } from './record-change.ts';
import { reuseAuthorization } from '../authorizations/reuse-authorization.ts';
import { addTimelineEntries } from './timeline.ts';

/** What a workflow's short steps do to the database, each in one transaction and once, however often it is tried. */
export function createStoreRecords(database: Knex, box: SecretBox): StoreRecords {
  return {
    createStore: (storeId) => createStore(database, storeId),
    recordChange: (change) => recordChange(database, change),
    adoptAuthorization: (consentId, yearMs) => adoptAuthorization(database, box, consentId, yearMs),
    reuseAuthorization: (storeId) => reuseAuthorization(database, storeId),
    forgetAuthorization: (storeId) => forgetAuthorization(database, storeId),
    queueMessage: (message) => queueMessage(database, box, message),
    noteOnTimeline: (storeId, key, note) => addTimelineEntries(database, [{ storeId, key, ...note }]),
  };
}
