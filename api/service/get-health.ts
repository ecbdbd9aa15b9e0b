import * as contract from '../contract/service.ts';
import { route } from '../http/route.ts';

export function getHealth() {
  return route(contract.getHealth, () => ({ status: 200, body: { status: 'ok' } }));
}
