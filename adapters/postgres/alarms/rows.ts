/** Rows as PostgreSQL's driver reads and writes them. */
import type { Alarm, AlarmKind } from '../../../domain/alarms.ts';

export interface AlarmRow {
  id: string;
  kind: AlarmKind;
  subject: string;
  stage: string;
  params: Alarm['params'];
  calm_times: number;
  opened_at: Date;
  closed_at: Date | null;
  last_occurred_at: Date | null;
}

export interface AlarmNoticeRow {
  id: string;
  alarm_id: string;
  event: 'opened' | 'closed';
  stage: string;
  params: Alarm['params'];
  queued_at: Date;
  dispatched_at: Date | null;
  sent_at: Date | null;
}
