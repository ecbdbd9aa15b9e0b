import type { Repositories } from '../adapters/postgres/index.ts';
import type { Alarm } from '../domain/alarms.ts';
import type { WatchLog } from './alarms.ts';
import type { FailingStep, FailingSteps } from './failing-steps.ts';
import type { Mailer } from './ports.ts';

const kind = 'database_step_failing';
/** A restart of PostgreSQL is no alarm. */
const alarmAfterMs = 30_000;
/** No worker has had a failing step for this long: longer than a step waits between two attempts. */
const quietMs = 120_000;

export interface DatabaseAlarmDeps {
  readonly alarms: Pick<Repositories['alarms'], 'reportOccurrence' | 'closeIfQuiet'>;
  readonly mailer: Pick<Mailer, 'send'>;
  readonly failingSteps: Pick<FailingSteps, 'oldest'>;
  /** Without it, only the log says what cannot be recorded. */
  readonly operatorEmail?: string;
}

/**
 * The alarm about database steps that keep failing. It runs outside Temporal. An alarm is a row of the database, which
 * may be what fails: then this process itself mails operators, once, and records the alarm as soon as the database
 * accepts it. Every worker may run one; the alarm closes when none of them has reported it for a while.
 */
export class DatabaseAlarm {
  private readonly deps: DatabaseAlarmDeps;
  private readonly log: WatchLog;
  /** Raised, but not recorded. */
  private unrecorded: FailingStep | undefined;

  constructor(deps: DatabaseAlarmDeps, log: WatchLog) {
    this.deps = deps;
    this.log = log;
  }

  /** Throws while the database is away, after operators have been notified. */
  async runRound(): Promise<void> {
    const { alarms, failingSteps } = this.deps;
    const oldest = failingSteps.oldest();
    const failing = oldest && Date.now() - oldest.sinceMs > alarmAfterMs ? oldest : undefined;
    const toRecord = failing ?? this.unrecorded;
    if (!toRecord) return void (await alarms.closeIfQuiet(kind, quietMs));
    try {
      if (await alarms.reportOccurrence(alarmOf(toRecord))) this.log.warn('Alarm opened', { ...alarmOf(toRecord) });
      this.unrecorded = undefined;
    } catch (error) {
      if (failing && !this.unrecorded) await this.notify(failing);
      throw error;
    }
  }

  private async notify(failing: FailingStep): Promise<void> {
    this.unrecorded = failing;
    this.log.warn('A database step keeps failing, and the alarm cannot be recorded', { ...alarmOf(failing) });
    const { mailer, operatorEmail } = this.deps;
    if (operatorEmail === undefined) return;
    const openedAt = new Date(failing.sinceMs).toISOString();
    try {
      await mailer.send({
        messageId: `${kind}-${failing.sinceMs}`,
        to: [operatorEmail],
        event: 'opened',
        alarm: alarmOf(failing),
        openedAt,
      });
    } catch (error) {
      this.log.warn('Operators could not be mailed about the database', { err: error });
    }
  }
}

function alarmOf({ step, sinceMs, cause }: FailingStep): Alarm<typeof kind> {
  return { kind, params: { step, since: new Date(sinceMs).toISOString(), cause } };
}
