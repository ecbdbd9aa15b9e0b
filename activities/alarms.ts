import { log } from '@temporalio/activity';
import { type Alarm, type AlarmKind, alarmText, recoveryText } from '../domain/alarms.ts';
import type { AlarmRecords, DispatchMessage, NoticeRecords } from './ports.ts';

/** Raises alarms and ends them; operators are told once of either. To be used inside an activity. */
export interface Alarms {
  /** Changes nothing about an alarm that is open already, unless it brings a further stage. */
  open(alarm: Alarm): Promise<void>;
  /** Ends it when its cause was not seen `calmTimes` times in a row. True unless it is still open. */
  close(kind: AlarmKind, more?: { readonly subject?: string; readonly calmTimes?: number }): Promise<boolean>;
  isOpen(kind: AlarmKind): Promise<boolean>;
}

export function createAlarms({
  alarms,
  notices,
  dispatchMessage,
}: {
  readonly alarms: AlarmRecords;
  readonly notices: NoticeRecords;
  readonly dispatchMessage: DispatchMessage;
}): Alarms {
  /** Whatever waits, so that nothing is lost with a worker that died before it came to this. */
  async function sendNotices(): Promise<void> {
    for (const messageId of await notices.listNoticesToDispatch()) {
      await dispatchMessage(messageId);
      await notices.markNoticeDispatched(messageId);
    }
  }

  return {
    async open(alarm) {
      const { isNews } = await alarms.openAlarm(alarm);
      if (isNews) log.warn(`Alarm ${alarm.kind}: ${alarmText(alarm)}`);
      await sendNotices();
    },
    async close(kind, { subject = '', calmTimes = 1 } = {}) {
      const state = await alarms.closeAlarm(kind, subject, calmTimes);
      if (state === 'closed') log.info(`Alarm ${kind} is over: ${recoveryText(kind)}`);
      await sendNotices();
      return state !== 'still_open';
    },
    isOpen: (kind) => alarms.isAlarmOpen(kind, ''),
  };
}
