import { answer } from './client.ts';
import { upcoming } from './upcoming.ts';
import type { ConnectLink } from './stores.ts';

/** Makes a connect link and e-mails it to the address of the store. */
export function mailConnectLink(id: string): Promise<ConnectLink> {
  return answer(upcoming.POST('/v1/stores/{id}/connect-links', { params: { path: { id } }, body: { send: true } }));
}
