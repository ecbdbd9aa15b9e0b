import type { ApiDeps } from '../deps.ts';

const raiseIntervalMs = 30_000;

type Deps = Pick<ApiDeps, 'alarms' | 'notices' | 'temporal' | 'log' | 'signInAlarmQuietMs'>;

/** The alarm about guessed tokens: raised by any process, closed when no process has raised it for a while. */
export class SignInAlarm {
  readonly #deps: Deps;
  readonly #timer: NodeJS.Timeout;
  #raisedAt = Number.NEGATIVE_INFINITY;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#timer = setInterval(() => void this.#closeIfQuiet(), deps.signInAlarmQuietMs / 10).unref();
  }

  /** In the background and not for every attempt, so that a flood of attempts does not burden the database. */
  raise(address: string, attempts: number): void {
    if (performance.now() - this.#raisedAt < Math.min(raiseIntervalMs, this.#deps.signInAlarmQuietMs / 2)) return;
    this.#raisedAt = performance.now();
    const params = { address, attempts: String(attempts) };
    this.#deps.log.warn(params, 'Too many wrong tokens or sign-ins; tokens from this address are refused for a minute');
    void this.#inBackground(() => this.#deps.alarms.reportOccurrence({ kind: 'failed_sign_ins', params }));
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #closeIfQuiet(): Promise<void> {
    return this.#inBackground(() => this.#deps.alarms.closeIfQuiet('failed_sign_ins', this.#deps.signInAlarmQuietMs));
  }

  /** Mails that cannot be started now are left to the worker's next round of checks. */
  async #inBackground(change: () => Promise<boolean>): Promise<void> {
    const { notices, temporal, log } = this.#deps;
    try {
      if (!(await change())) return;
      for (const messageId of await notices.listNoticesToDispatch()) {
        await temporal.deliverMessage(messageId);
        await notices.markNoticeDispatched(messageId);
      }
    } catch (error) {
      log.warn({ err: error }, 'The alarm about failed sign-ins could not be recorded or mailed');
    }
  }
}
