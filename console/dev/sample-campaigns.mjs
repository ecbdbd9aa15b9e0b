const dayMs = 86_400_000;
const iso = (ms) => new Date(Date.now() + ms).toISOString();
const states = ['running', 'paused', 'scheduled', 'finished', 'cancelled'];

/** A sample campaign for `stores`; its index determines its state. */
export function makeCampaign(index, stores, overrides = {}) {
  const state = states[index % states.length];
  const authorizations = state === 'scheduled' ? [] : stores.map((store, at) => makeAuthorization(store, at, state));
  const number = (progress) => authorizations.filter(({ state }) => state === progress).length;
  const startsAt = state === 'scheduled' ? iso(3 * dayMs) : iso(-5 * dayMs * (index + 1));
  return {
    authorizations,
    campaign: {
      id: crypto.randomUUID(),
      name: ['Shipping settings role', 'Inventory role', 'Finance role', 'First roles', 'Test campaign'][index % 5],
      reason: 'We now also read your shipping settings.',
      stores: index % 2 ? { country: ['US', 'CA'] } : {},
      overDays: 7,
      startsAt,
      state,
      counts: {
        authorizations: authorizations.length,
        planned: number('planned'),
        waiting: number('waiting'),
        consented: number('consented'),
        skipped: number('skipped'),
        messages: { sent: number('waiting') + number('consented'), queued: 0, failed: number('waiting') > 0 ? 1 : 0 },
      },
      ...(state === 'running' && { nextMessageAt: iso(900_000) }),
      ...((state === 'finished' || state === 'cancelled') && { endedAt: iso(-dayMs) }),
      workflowId: 'campaign-sample',
      createdAt: startsAt,
      updatedAt: startsAt,
      ...overrides,
    },
  };
}

function makeAuthorization(store, index, campaignState) {
  const isOver = campaignState === 'finished' || campaignState === 'cancelled';
  const progress = ['consented', 'waiting', 'consented', 'skipped', isOver ? 'consented' : 'planned'][index % 5];
  const wasContacted = progress === 'consented' || progress === 'waiting';
  const { id, name, country, website, status } = store;
  return {
    id: crypto.randomUUID(),
    sellerId: `A${(index * 7919 + 1_000_003).toString(36).toUpperCase()}`,
    region: country === 'GB' ? 'EU' : 'NA',
    state: progress,
    stores: [{ id, name, country, website, status }],
    ...(progress === 'skipped' && { reason: { code: 'renewed', text: 'The seller had already authorized again.' } }),
    ...(wasContacted && { askedAt: iso(-4 * dayMs + index * 3_600_000), message: index === 1 ? 'failed' : 'sent' }),
    ...(progress === 'consented' && { consentedAt: iso(-3 * dayMs + index * 3_600_000) }),
  };
}
