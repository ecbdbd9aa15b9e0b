import { streamEvents } from '../contract/store-operations.ts';
import type { ChangeStream } from '../change-stream.ts';
import { Problem } from '../problems.ts';
import { route } from '../route.ts';

export function getEvents(changes: ChangeStream) {
  return route(streamEvents, async ({ headers, request, response }) => {
    if (!changes.hasRoom()) throw new Problem('too_many_listeners');
    await changes.open(request, response, headers['Last-Event-ID']);
    return undefined;
  });
}
