import type { Knex } from 'knex';
import type { NoticeRecords } from '../../../activities/ports.ts';
import type { AlarmNoticeRow, AlarmRow } from '../stores/rows.ts';

/** What operators are mailed about alarms; `operatorEmail` is looked at when it is sent, and nowhere kept. */
export function createNoticeRecords(database: Knex, operatorEmail: string | undefined): NoticeRecords {
  const notices = () => database<AlarmNoticeRow>('alarm_notices');
  return {
    listNoticesToDispatch: () => notices().whereNull('dispatched_at').orderBy('queued_at').limit(20).pluck('id'),

    async markNoticeDispatched(messageId) {
      await notices().where({ id: messageId }).whereNull('dispatched_at').update({ dispatched_at: new Date() });
    },

    async loadNotice(messageId) {
      const row = await database('alarm_notices as n')
        .join('alarms as a', 'a.id', 'n.alarm_id')
        .where('n.id', messageId)
        .whereNull('n.sent_at')
        .first<
          (Pick<AlarmNoticeRow, 'event' | 'params'> & Pick<AlarmRow, 'kind' | 'opened_at' | 'closed_at'>) | undefined
        >('n.event', 'n.params', 'a.kind', 'a.opened_at', 'a.closed_at');
      if (!row || operatorEmail === undefined) return undefined;
      return {
        messageId,
        to: [operatorEmail],
        event: row.event,
        alarm: { kind: row.kind, params: row.params },
        openedAt: row.opened_at.toISOString(),
        ...(row.closed_at && { closedAt: row.closed_at.toISOString() }),
      };
    },

    async markNoticeSent(messageId) {
      await notices().where({ id: messageId }).whereNull('sent_at').update({ sent_at: new Date() });
    },
  };
}
