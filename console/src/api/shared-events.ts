import type { Language } from '../messages/languages.ts';
import { type EventHandlers, followEvents } from './follow-events.ts';
import type { StoreChanged } from './stores.ts';

type TabMessage =
  | { readonly kind: 'change'; readonly change: StoreChanged }
  | { readonly kind: 'open'; readonly missed: boolean }
  | { readonly kind: 'lost' }
  | { readonly kind: 'hello' };

/**
 * The event stream of a language, held by one tab for all tabs in that language: over HTTP/1.1, browsers open six
 * connections to a host, and a stream per tab would use them up. When that tab closes, another takes over and refetches
 * what it may have missed.
 */
export function followSharedEvents(language: Language, handlers: EventHandlers): () => void {
  // Outside secure contexts there are no locks.
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) return followEvents(language, handlers);
  const name = `perennial.events.${language}`;
  const channel = new BroadcastChannel(name);
  const closing = new AbortController();
  let isHolder = false;
  let isLost = false;

  const broadcast = (message: TabMessage) => channel.postMessage(message);
  channel.addEventListener('message', ({ data: message }: MessageEvent<TabMessage>) => {
    if (message.kind === 'change') handlers.onChange(message.change);
    if (message.kind === 'open') handlers.onOpen(message.missed);
    if (message.kind === 'lost') handlers.onLost();
    // A new tab does not know that the connection is lost.
    if (message.kind === 'hello' && isHolder && isLost) broadcast({ kind: 'lost' });
  });

  async function holdStream(): Promise<void> {
    isHolder = true;
    const stop = followEvents(language, {
      onChange(change) {
        handlers.onChange(change);
        broadcast({ kind: 'change', change });
      },
      onOpen(missed) {
        isLost = false;
        handlers.onOpen(missed);
        broadcast({ kind: 'open', missed });
      },
      onLost() {
        isLost = true;
        handlers.onLost();
        broadcast({ kind: 'lost' });
      },
    });
    // The lock is held for as long as this promise is pending.
    await new Promise<void>((resolve) => closing.signal.addEventListener('abort', () => resolve()));
    stop();
  }

  broadcast({ kind: 'hello' });
  // In another site's frame a browser may refuse locks; each tab then holds a stream.
  navigator.locks
    .request(name, { signal: closing.signal }, holdStream)
    .catch(() => (closing.signal.aborted ? undefined : holdStream()));
  return () => {
    closing.abort();
    channel.close();
  };
}
