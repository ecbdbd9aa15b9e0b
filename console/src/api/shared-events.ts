import type { Language } from '../messages/languages.ts';
import { type EventHandlers, followEvents } from './follow-events.ts';
import type { StoreChanged } from './stores.ts';

type Told =
  | { readonly kind: 'change'; readonly change: StoreChanged }
  | { readonly kind: 'open'; readonly missed: boolean }
  | { readonly kind: 'lost' }
  | { readonly kind: 'hello' };

/**
 * The event stream in a language, held by one tab for all that speak it: browsers open six connections to a host that speaks HTTP/1.1, and a stream
 * per tab would use them up. When that tab closes, another takes over and asks for everything it may have missed.
 */
export function followSharedEvents(language: Language, handlers: EventHandlers): () => void {
  // Outside secure contexts there are no locks.
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) return followEvents(language, handlers);
  const name = `perennial.events.${language}`;
  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  let isHolder = false;
  let isLost = false;

  const tell = (told: Told) => channel.postMessage(told);
  channel.addEventListener('message', ({ data: told }: MessageEvent<Told>) => {
    if (told.kind === 'change') handlers.onChange(told.change);
    if (told.kind === 'open') handlers.onOpen(told.missed);
    if (told.kind === 'lost') handlers.onLost();
    // A tab that has just come asks how things are; the others know.
    if (told.kind === 'hello' && isHolder && isLost) tell({ kind: 'lost' });
  });

  async function hold(): Promise<void> {
    isHolder = true;
    const stop = followEvents(language, {
      onChange(change) {
        handlers.onChange(change);
        tell({ kind: 'change', change });
      },
      onOpen(missed) {
        isLost = false;
        handlers.onOpen(missed);
        tell({ kind: 'open', missed });
      },
      onLost() {
        isLost = true;
        handlers.onLost();
        tell({ kind: 'lost' });
      },
    });
    // The lock is held for as long as this is unsettled.
    await new Promise<void>((resolve) => leaving.signal.addEventListener('abort', () => resolve()));
    stop();
  }

  tell({ kind: 'hello' });
  // In another site's frame a browser may refuse locks: the tab then holds a stream of its own.
  navigator.locks
    .request(name, { signal: leaving.signal }, hold)
    .catch(() => (leaving.signal.aborted ? undefined : hold()));
  return () => {
    leaving.abort();
    channel.close();
  };
}
