export interface Finding {
  readonly rule:
    | 'year'
    | 'reminder_early'
    | 'reminder_doubled'
    | 'reminder_missing'
    | 'reminder_late'
    | 'reminder_pointless'
    | 'reminder_incomplete'
    | 'reminder_unknown'
    | 'date_differs'
    | 'active_without_grant'
    | 'active_after_year'
    | 'disconnected_wrongly'
    | 'seller_changed'
    | 'seller_twice'
    | 'foreign_token'
    | 'limit_exceeded'
    | 'log_incomplete'
    | 'event_order'
    | 'event_missing'
    | 'webhook_order';
  /** Store, seller, date, what was expected and what was seen. */
  readonly text: string;
}

export function iso(ms: number): string {
  return new Date(ms).toISOString();
}
