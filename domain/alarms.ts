/**
 * What operators are told of, once: a cause that is none of a store's. It opens when the cause is seen, and closes by
 * itself when it is over, which is told too.
 */
type Params = Readonly<Record<string, string>>;

interface Sentences {
  readonly title: string;
  /** What is wrong and the one thing to do about it. */
  readonly opened: (params: Params) => string;
  readonly closed: string;
}

const sentences = {
  fleet_breaker: {
    title: 'Many connections fail at once',
    opened: (p) =>
      `${p['failing']} of ${p['checked']} connections failed in one round of checks: the cause is Amazon, not the sellers. No store changes its status, and the checks go on by themselves. Look at Amazon's health page before you do anything else.`,
    closed: 'Amazon answers for the fleet again, and the checks go on as usual. Nothing to do.',
  },
  application_refused: {
    title: 'Amazon refuses our application',
    opened: (p) =>
      `Amazon refuses the client secret of our application (${p['answer']}), so no store can be connected or checked. No store changes its status. Make a new client secret in Amazon's Solution Provider Portal and hand it over with PUT /v1/application/secret.`,
    closed: 'Amazon accepts our application again. Nothing to do: the stores go on by themselves.',
  },
  application_secret_expiring: {
    title: 'The client secret of our application ends',
    opened: (p) =>
      `The LWA client secret of our application ${p['daysLeft'] === '0' ? 'has expired' : `expires in ${p['daysLeft']} days`} (${p['expiresAt']}). Without a valid one no store can be connected or checked. Make a new one in Amazon's Solution Provider Portal and hand it over with PUT /v1/application/secret; the old one works for 7 days more.`,
    closed: 'A new client secret is in force. Nothing to do.',
  },
  webhook_disabled: {
    title: 'A webhook was disabled',
    opened: (p) =>
      `The webhook to ${p['host']} ${p['why']}, so it was disabled. Mend the receiver, then enable it: PATCH /v1/webhooks/${p['webhookId']} with {"enabled": true}.`,
    closed: 'The webhook was enabled again, or removed. Nothing to do.',
  },
} as const satisfies Record<string, Sentences>;

export type AlarmKind = keyof typeof sentences;

export interface Alarm {
  readonly kind: AlarmKind;
  /** What it is about, where several of a kind can be open at once. */
  readonly subject?: string;
  /** What its sentence names; never a secret, never an e-mail address. */
  readonly params?: Params;
  /** A further stage of an open alarm replaces its sentence and is told again. */
  readonly stage?: string;
}

export function isAlarmKind(kind: string): kind is AlarmKind {
  return Object.hasOwn(sentences, kind);
}

export const alarmKinds: readonly AlarmKind[] = Object.keys(sentences).filter(isAlarmKind);

export function alarmTitle(kind: AlarmKind): string {
  return sentences[kind].title;
}

export function alarmText({ kind, params = {} }: Pick<Alarm, 'kind' | 'params'>): string {
  return sentences[kind].opened(params);
}

export function recoveryText(kind: AlarmKind): string {
  return sentences[kind].closed;
}
