import { storeChanged, type StoreChanged } from '../../api/contract/timeline.ts';

export interface FollowedEvents {
  /** Every change since it was opened, in the order of the stream. */
  readonly changes: readonly StoreChanged[];
  close(): Promise<void>;
}

/** Listens to the server-sent events of every store. */
export async function followEvents(
  url: string,
  adminToken: string,
  onChange: (change: StoreChanged) => void = () => undefined,
): Promise<FollowedEvents> {
  const changes: StoreChanged[] = [];
  const closing = new AbortController();
  const body = await openEvents(url, adminToken, { signal: closing.signal });
  const reading = readEvents(body, (change) => {
    changes.push(change);
    onChange(change);
  }).catch((error: unknown) => {
    if (!closing.signal.aborted) throw error;
  });
  return {
    changes,
    async close() {
      closing.abort();
      await reading;
    },
  };
}

/** `lastEventId`: the events after it come first. */
export async function openEvents(
  url: string,
  adminToken: string,
  { signal, lastEventId }: { readonly signal: AbortSignal; readonly lastEventId?: string | undefined },
): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch(`${url}/v1/events`, {
    headers: {
      authorization: `Bearer ${adminToken}`,
      accept: 'text/event-stream',
      ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
    },
    signal,
  });
  const { body } = response;
  if (!response.ok || body === null) throw new Error(`The event stream returned ${response.status}`);
  return body;
}

/** Until the stream ends or breaks. */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  onChange: (change: StoreChanged) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = block.split('\n').flatMap((line) => (line.startsWith('data:') ? [line.slice(5)] : []));
      if (data.length > 0) onChange(storeChanged.parse(JSON.parse(data.join('\n'))));
    }
  }
}
