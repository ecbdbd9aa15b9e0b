import { log } from '@temporalio/activity';
import type { Repositories } from '../adapters/postgres/index.ts';
import type { Alarm, AlarmKind } from '../domain/alarms.ts';
import type { WorkflowStarter } from './ports.ts';

export interface AlarmDeps {
  readonly alarms: Pick<Repositories['alarms'], 'openAlarm' | 'closeAlarm' | 'findOpenAlarm'>;
  readonly notices: Pick<Repositories['notices'], 'listNoticesToDispatch' | 'markNoticeDispatched'>;
  readonly temporal: Pick<WorkflowStarter, 'deliverMessage'>;
}

/** Opens and closes alarms and notifies operators once of either. To be used inside an activity. */
export class Alarms {
  private readonly deps: AlarmDeps;

  constructor(deps: AlarmDeps) {
    this.deps = deps;
  }

  /** No effect on an open alarm, unless this is a further stage of it. */
  async open(alarm: Alarm): Promise<void> {
    const { isNew } = await this.deps.alarms.openAlarm(alarm);
    if (isNew) log.warn('Alarm opened', { kind: alarm.kind, subject: alarm.subject, params: alarm.params });
    await this.sendNotices();
  }

  /** Closes the alarm after this many calls in a row without its cause. False while it is still open. */
  async close(
    kind: AlarmKind,
    { subject = '', afterCalls = 1 }: { readonly subject?: string; readonly afterCalls?: number } = {},
  ): Promise<boolean> {
    const state = await this.deps.alarms.closeAlarm(kind, subject, afterCalls);
    if (state === 'closed') log.info('Alarm closed', { kind, subject });
    await this.sendNotices();
    return state !== 'still_open';
  }

  /** For how long it has been open, in milliseconds; undefined while it is closed. */
  async openForMs(kind: AlarmKind): Promise<number | undefined> {
    const alarm = await this.deps.alarms.findOpenAlarm(kind, '');
    return alarm && Date.now() - Date.parse(alarm.openedAt);
  }

  /** Also the notices that a worker left behind when it died. */
  private async sendNotices(): Promise<void> {
    const { notices, temporal } = this.deps;
    for (const messageId of await notices.listNoticesToDispatch()) {
      await temporal.deliverMessage(messageId);
      await notices.markNoticeDispatched(messageId);
    }
  }
}
