import type { TimelineEntry } from '../api/stores.ts';

type Tone = 'good' | 'warning' | 'bad' | 'plain';

const tones: Readonly<Partial<Record<TimelineEntry['what'], Tone>>> = {
  active: 'good',
  renewed: 'good',
  recovered: 'good',
  check_passed: 'good',
  renewal_requested: 'warning',
  check_failed: 'warning',
  check_inconclusive: 'warning',
  amazon_unavailable: 'warning',
  message_delayed: 'warning',
  authorization_refused: 'bad',
  expired: 'bad',
  disconnected: 'bad',
  application_refused: 'bad',
  message_failed: 'bad',
  authorization_undone: 'bad',
};

/** The entry's colour. */
export function toneOf({ what }: TimelineEntry): Tone {
  return tones[what] ?? 'plain';
}
