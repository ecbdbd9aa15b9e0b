import { getHealth as operation } from '../contract/service-operations.ts';
import { route } from '../http/route.ts';

export function getHealth() {
  return route(operation, () => ({ status: 200, body: { status: 'ok' } }));
}
