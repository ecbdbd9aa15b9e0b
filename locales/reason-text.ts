import type { Reason, ReasonCode } from '../domain/reasons.ts';
import { type Locale, messages } from './index.ts';

export function reasonText<C extends ReasonCode>({ code, params }: Reason<C>, locale: Locale): string {
  return messages[locale].reasons[code](params);
}
