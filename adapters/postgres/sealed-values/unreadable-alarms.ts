import type { Knex } from 'knex';
import type { SecretVault, SecretVaultError } from '../../../activities/ports.ts';
import type { AlarmParams } from '../../../domain/alarms.ts';
import { openIfReadable } from '../../secrets/secret-vault.ts';
import { closeAlarm, openAlarm } from '../alarms/alarms.ts';
import type { AlarmRow } from '../alarms/rows.ts';
import { sealedColumns, type SealedValue, sealedValues } from './columns.ts';

type Unreadable = AlarmParams['secret_unreadable'];
type Subject = Pick<Unreadable, 'what' | 'id' | 'names'>;

const kind = 'secret_unreadable';
/** During a rotation, one process may lack a key that another one has: the alarm must not open and close in turns. */
const roundsToClose = 2;

/** One alarm per value, identified by its context. The first one of a cause is mailed for all of them. */
export async function openUnreadableAlarm(
  database: Knex,
  { context, kid = 'unknown', isKeyMissing }: SecretVaultError,
  notifyOperators: boolean,
): Promise<void> {
  const subject = await describe(database, context);
  if (!subject) return;
  const cause = isKeyMissing ? 'key_missing' : 'damaged';
  const params: Unreadable = { ...subject, kid, cause };
  const isMailed = await openAlarms(database).whereRaw(`params->>'cause' = ?`, [cause]).first('id');
  await openAlarm(database, { kind, subject: context, stage: cause, params }, notifyOperators && !isMailed);
}

/** Closes the alarms whose value can be opened again, was replaced, or is gone. */
export async function closeReadableAlarms(database: Knex, vault: SecretVault, notifyOperators: boolean): Promise<void> {
  const contexts = await openAlarms(database).pluck<string[]>('subject');
  if (contexts.length === 0) return;
  const unreadable = await listUnreadable(database, vault, contexts);
  const closable = contexts.filter((context) => !unreadable.has(context));
  for (const [index, subject] of closable.entries()) {
    const isLast = unreadable.size === 0 && index === closable.length - 1;
    await closeAlarm(database, { kind, subject, roundsToClose }, notifyOperators && isLast);
  }
}

async function listUnreadable(
  database: Knex,
  vault: SecretVault,
  contexts: readonly string[],
): Promise<ReadonlySet<string>> {
  const unreadable = new Set<string>();
  for (const column of sealedColumns) {
    const values = await sealedValues(database, column).whereIn('context', contexts).select<SealedValue[]>();
    for (const { sealed, context } of values)
      if ((await openIfReadable(vault, sealed, context)) === undefined) unreadable.add(context);
  }
  return unreadable;
}

/** Undefined for what is replaced without anyone's help: links of e-mails, and predecessors of our client secret. */
async function describe(database: Knex, context: string): Promise<Subject | undefined> {
  const [place = '', id = '', part = ''] = context.split('/');
  switch (place) {
    case 'grant': {
      const stores = database('stores as s').join('grants as g', 'g.id', 's.grant_id');
      const names = await namesOf(stores.where({ 'g.selling_partner_id': id, 'g.region': part }));
      return { what: 'authorization', id: `${id}/${part}`, names };
    }
    case 'consent': {
      const stores = database('stores as s').join('consents as c', 'c.store_id', 's.id').where('c.id', id);
      return { what: 'consent', id, names: await namesOf(stores) };
    }
    case 'import':
      return { what: 'import_line', id: `${id}/${part}`, names: '' };
    case 'application': {
      const isCurrent = await database('application_secrets').where({ id }).whereNull('replaced_at').first('id');
      return isCurrent && { what: 'client_secret', id, names: '' };
    }
    case 'webhook': {
      const webhook = await database('webhooks').where({ id }).first<{ url: string } | undefined>('url');
      return webhook && { what: 'webhook_secret', id, names: new URL(webhook.url).host };
    }
    case 'signing':
      return { what: 'signing_key', id, names: '' };
    default:
      return undefined;
  }
}

async function namesOf(stores: Knex.QueryBuilder): Promise<string> {
  const names: string[] = await stores.whereNot('s.status', 'deleted').orderBy('s.name_key').pluck('s.name');
  return names.map((name) => `"${name}"`).join(', ');
}

function openAlarms(database: Knex) {
  return database<AlarmRow>('alarms').where({ kind }).whereNull('closed_at');
}
