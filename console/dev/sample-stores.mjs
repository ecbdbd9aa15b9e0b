import { createHash } from 'node:crypto';

const dayMs = 86_400_000;
const countries = ['US', 'CA', 'MX', 'GB'];
const places = ['USA', 'Canada', 'México', 'UK'];
const brands = ['Amazon Store', 'Luma Outdoor', 'Harbour & Sons', 'Nordlys Home', 'Kettle Works', 'Brightside Toys'];
const statuses = [
  'active',
  'active',
  'active',
  'renewal_due',
  'active',
  'awaiting_authorization',
  'expired',
  'active',
  'disconnected',
];
const reasons = {
  expired: [
    'authorization_expired',
    'The authorization expired without a renewal. Reconnect the store; its settings are kept.',
  ],
  disconnected: ['authorization_revoked', 'Seller A2SELLER no longer authorizes us at Amazon. Reconnect the store.'],
};

/** A realistic store; the same index always gives the same store. */
export function makeStore(index, fixedStatus) {
  const status = fixedStatus ?? statuses[index % statuses.length];
  const hash = createHash('sha256').update(String(index)).digest('hex');
  const id = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  const place = index % 4;
  const wasConnected = status !== 'awaiting_authorization';
  const daysLeft = {
    active: 40 + ((index * 37) % 320),
    renewal_due: 3 + (index % 25),
    expired: -(index % 20) - 1,
    disconnected: 120,
  };
  const now = Date.now();
  const expires = now + (daysLeft[status] ?? 0) * dayMs + 3_600_000;
  const at = (ms) => new Date(ms).toISOString();
  const [code, text] = reasons[status] ?? [];
  return {
    id,
    website: index % 3 === 2 ? 'eu' : 'base',
    email: `seller-${index}@example.com`,
    name: `${brands[index % brands.length]} ${places[place]}${index < 6 ? '' : ` ${index}`}`,
    country: countries[place],
    productIdType: 'asin',
    attributeCode: 'amazon_asin',
    status,
    statusSince: at(now - (index % 60) * dayMs),
    enabled: wasConnected && index % 11 !== 7,
    ...(code && { reason: { code, text } }),
    ...(wasConnected && { sellerId: 'A2SELLER', authorizedAt: at(expires - 365 * dayMs), expiresAt: at(expires) }),
    ...(status === 'active' && { next: { what: 'renewal_request', at: at(expires - 30 * dayMs) } }),
    ...(status === 'renewal_due' && { next: { what: 'renewal_reminder', at: at(now + 2 * dayMs) } }),
    workflowId: `store-${id}`,
    createdAt: at(now - (400 + (index % 300)) * dayMs),
    updatedAt: at(now - (index % 60) * dayMs),
  };
}

export function makeTimeline({ status, authorizedAt, expiresAt, createdAt, reason }) {
  const entries = [
    ['created', createdAt, 'Store created. Next: the seller authorizes it at Amazon.', 'awaiting_authorization'],
  ];
  if (authorizedAt) {
    entries.push([
      'authorization_received',
      authorizedAt,
      'The seller gave consent at Amazon. Next: the connection is verified.',
      'verifying',
    ]);
    entries.push(['active', authorizedAt, `Connected to seller A2SELLER until ${expiresAt.slice(0, 10)}.`, 'active']);
  }
  if (status === 'renewal_due')
    entries.push([
      'renewal_requested',
      new Date().toISOString(),
      'Renewal requested 14 days before the authorization expires.',
      status,
    ]);
  if (reason) entries.push([status, new Date().toISOString(), reason.text, status]);
  return entries
    .map(([what, at, text, after], index) => ({
      id: String(index + 1),
      at,
      what,
      text,
      status: after,
      ...(after === status && reason && { reason }),
    }))
    .reverse();
}
