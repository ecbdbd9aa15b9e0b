import type { components } from '../contract.d.ts';
import { answer, api } from './client.ts';

/** A new one each time: its address is shown once. */
export function addCalendarLink(): Promise<components['schemas']['CalendarLink'] & { url: string }> {
  return answer(api.POST('/v1/calendar-links'));
}
