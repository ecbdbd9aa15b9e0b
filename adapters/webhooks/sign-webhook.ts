import { Webhook } from 'standardwebhooks';

/** The headers of one attempt, as Standard Webhooks defines them. During a rotation both secrets sign. */
export function signWebhook(
  { eventId, body, at }: { readonly eventId: string; readonly body: string; readonly at: Date },
  secrets: readonly string[],
): Record<string, string> {
  return {
    'webhook-id': eventId,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(eventId, at, body)).join(' '),
  };
}
