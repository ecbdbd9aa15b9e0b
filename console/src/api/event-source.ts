import type { StoreChanged } from './stores.ts';

export interface EventHandlers {
  readonly onChange: (change: StoreChanged) => void;
  /** `missed`: changes may have gone by unseen, so what is shown has to be asked for again. */
  readonly onOpen: (missed: boolean) => void;
  readonly onLost: () => void;
}

const pausesMs = [1000, 2000, 5000, 10_000, 30_000];

/** Follows `/v1/events` for as long as the page lives; returns the way to stop. */
export function followEvents({ onChange, onOpen, onLost }: EventHandlers): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  // A browser that connects again by itself says which event it saw last; a source of ours made anew cannot.
  let toldFromLastEvent = false;

  function open(): void {
    clearTimeout(timer);
    source?.close();
    toldFromLastEvent = false;
    source = new EventSource('/v1/events');
    source.addEventListener('open', () => {
      failures = 0;
      onOpen(!toldFromLastEvent);
    });
    source.addEventListener('store.changed', (event: MessageEvent<string>) => {
      toldFromLastEvent = true;
      const change: StoreChanged = JSON.parse(event.data);
      onChange(change);
    });
    source.addEventListener('error', () => {
      onLost();
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, pausesMs[Math.min(failures, pausesMs.length - 1)]);
      failures += 1;
    });
  }

  open();
  addEventListener('online', open);
  return () => {
    removeEventListener('online', open);
    clearTimeout(timer);
    source?.close();
  };
}
