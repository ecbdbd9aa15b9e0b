import { log as activityLog } from '@temporalio/activity';
import type { Repositories } from '../adapters/postgres/index.ts';
import type { Alarm, AlarmKind } from '../domain/alarms.ts';
import type { WorkflowStarter } from './ports.ts';

export type WatchLog = Pick<typeof activityLog, 'info' | 'warn'>;

export interface AlarmDeps {
  readonly alarms: Pick<Repositories['alarms'], 'openAlarm' | 'closeAlarm' | 'findOpenAlarm'>;
  readonly notices: Pick<Repositories['notices'], 'listNoticesToDispatch' | 'markNoticeDispatched'>;
  readonly temporal: Pick<WorkflowStarter, 'deliverMessage'>;
}

/** Opens and closes alarms and notifies operators once of either. Outside an activity it needs a log of its own. */
export class Alarms {
  private readonly deps: AlarmDeps;
  private readonly log: WatchLog;

  constructor(deps: AlarmDeps, log: WatchLog = activityLog) {
    this.deps = deps;
    this.log = log;
  }

  /** No effect on an open alarm, unless this is a further stage of it. */
  async open(alarm: Alarm): Promise<void> {
    const { isNew } = await this.deps.alarms.openAlarm(alarm);
    if (isNew) this.log.warn('Alarm opened', { kind: alarm.kind, subject: alarm.subject, params: alarm.params });
    await dispatchNotices(this.deps);
  }

  /** Closes the alarm after this many calls in a row without its cause. False while it is still open. */
  async close(
    kind: AlarmKind,
    { subject = '', afterCalls = 1 }: { readonly subject?: string; readonly afterCalls?: number } = {},
  ): Promise<boolean> {
    const state = await this.deps.alarms.closeAlarm(kind, subject, afterCalls);
    if (state === 'closed') this.log.info('Alarm closed', { kind, subject });
    await dispatchNotices(this.deps);
    return state !== 'still_open';
  }

  /** For how long it has been open, in milliseconds; undefined while it is closed. */
  async openForMs(kind: AlarmKind): Promise<number | undefined> {
    const alarm = await this.deps.alarms.findOpenAlarm(kind, '');
    return alarm && Date.now() - Date.parse(alarm.openedAt);
  }
}

/** Starts the delivery of every queued notice, also of those that a worker left behind when it died. */
export async function dispatchNotices(deps: Pick<AlarmDeps, 'notices' | 'temporal'>): Promise<void> {
  const { notices, temporal } = deps;
  const batch = await notices.listNoticesToDispatch();
  for (const messageId of batch) {
    await temporal.deliverMessage(messageId);
    await notices.markNoticeDispatched(messageId);
  }
  if (batch.length > 0) await dispatchNotices(deps);
}
