import { storeChanged, type StoreChanged } from '../../api/contract/timeline.ts';

export interface FollowedEvents {
  /** Every change since it was opened, in the order of the stream. */
  readonly changes: readonly StoreChanged[];
  close(): Promise<void>;
}

/** Listens to the server-sent events of every store. */
export async function followEvents(url: string, adminToken: string): Promise<FollowedEvents> {
  const changes: StoreChanged[] = [];
  const closing = new AbortController();
  const response = await fetch(`${url}/v1/events`, {
    headers: { authorization: `Bearer ${adminToken}`, accept: 'text/event-stream' },
    signal: closing.signal,
  });
  const { body } = response;
  if (!response.ok || body === null) throw new Error(`The event stream answered ${response.status}`);
  const reading = read(body, changes).catch((error: unknown) => {
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

async function read(body: ReadableStream<Uint8Array>, changes: StoreChanged[]): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = block.split('\n').flatMap((line) => (line.startsWith('data:') ? [line.slice(5)] : []));
      if (data.length > 0) changes.push(storeChanged.parse(JSON.parse(data.join('\n'))));
    }
  }
}
