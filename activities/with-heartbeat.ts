import { Context } from '@temporalio/activity';

const beatMs = 4000;

/** Beats while `work` lasts: a worker that died is noticed by its silence, long before the time of the step is up. */
export async function whileAlive<T>(work: () => Promise<T>): Promise<T> {
  const context = Context.current();
  const beating = setInterval(() => context.heartbeat(), beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}
