import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { webhookRetries } from '../../domain/webhook-retries.ts';
import { Bell } from './bell.ts';
import type { KeepWebhookSession, WebhookSession } from './ports.ts';
import { type LaneDeps, runLane } from './webhook-lane.ts';

export interface PumpDeps extends Omit<LaneDeps, 'retries'> {
  readonly keepSession: KeepWebhookSession;
  /** Default: the pauses of real time. */
  readonly retries?: LaneDeps['retries'];
}

interface OpenLane {
  readonly bell: Bell;
  readonly cut: AbortController;
  readonly ended: Promise<void>;
}

const lookAroundMs = 2000;
const tidyMs = 3_600_000;
const troublePauseMs = 5000;
/** Longer would make a stop wait for an endpoint that hangs; what is cut off is sent again by the next process. */
const drainMs = 3000;

/**
 * Delivers what waits in the outbox, in as many processes as wanted: each endpoint is served by the one that has its
 * turn. Woken by announcements; a look around now and then finds what another process left.
 */
export function startWebhookPump({ keepSession, retries = webhookRetries, ...deps }: PumpDeps) {
  const { outbox, log } = deps;
  const lanes = new Map<string, OpenLane>();
  let isStopping = false;

  const connection = keepSession(async (session) => {
    const timer = setInterval(() => void lookAround(session), lookAroundMs);
    try {
      await lookAround(session);
      for await (const webhookId of session.wakes) look(session, webhookId);
    } finally {
      clearInterval(timer);
      // Without the session the turns are somebody else's.
      cutAll();
      await lanesEnded();
    }
  });
  const tidying = setInterval(() => void tidy(), tidyMs);
  void tidy();

  async function lookAround(session: WebhookSession): Promise<void> {
    try {
      for (const webhookId of await outbox.listWaiting()) if (!lanes.has(webhookId)) look(session, webhookId);
    } catch (error) {
      log.warn({ err: error }, 'The outbox of webhooks cannot be read; it is tried again');
    }
  }

  function look(session: WebhookSession, webhookId: string): void {
    const open = lanes.get(webhookId);
    if (open) return open.bell.ring();
    if (isStopping) return;
    const bell = new Bell();
    const cut = new AbortController();
    // One per delivery under way.
    setMaxListeners(0, cut.signal);
    const ended = serve(session, webhookId, bell, cut).then((mayGoOn) => {
      lanes.delete(webhookId);
      // Something came after the lane had looked for the last time.
      if (mayGoOn && bell.take()) look(session, webhookId);
    });
    lanes.set(webhookId, { bell, cut, ended });
  }

  async function serve(session: WebhookSession, webhookId: string, bell: Bell, cut: AbortController): Promise<boolean> {
    let isCut = false;
    try {
      if (!(await session.takeTurn(webhookId))) return false;
      try {
        const lane = { webhookId, bell, cut: cut.signal, isStopping: () => isStopping };
        await runLane({ ...deps, retries }, lane);
      } finally {
        isCut = cut.signal.aborted;
        // Whatever the lane has left under way.
        cut.abort();
        await session.giveBackTurn(webhookId);
      }
      return !isCut;
    } catch (error) {
      if (isCut) return false;
      log.warn({ err: error, webhookId }, 'A webhook endpoint could not be served; it goes on in a moment');
      bell.take();
      if (!isStopping) await bell.sleep(troublePauseMs);
      return false;
    }
  }

  async function tidy(): Promise<void> {
    await outbox.tidy().catch((error: unknown) => log.warn({ err: error }, 'Old webhook deliveries were not removed'));
  }

  function cutAll(): void {
    for (const { bell, cut } of lanes.values()) {
      cut.abort();
      bell.ring();
    }
  }

  async function lanesEnded(): Promise<void> {
    await Promise.all([...lanes.values()].map(({ ended }) => ended));
  }

  return {
    async close(): Promise<void> {
      clearInterval(tidying);
      isStopping = true;
      for (const { bell } of lanes.values()) bell.ring();
      await Promise.race([lanesEnded(), delay(drainMs, undefined, { ref: false })]);
      cutAll();
      await lanesEnded();
      await connection.close();
    },
  };
}
