import { patched, setHandler } from '@temporalio/workflow';
import { nudge } from './messages.ts';

/** Release 0.2.0 ignored a nudge of workflows other than stores, also in histories that are replayed now. */
export function onNudge(handle: () => void): void {
  setHandler(nudge, () => {
    if (patched('nudge-every-workflow')) handle();
  });
}
