/** What was observed of a fleet from outside: all that the checker knows. Times are milliseconds since 1970. */
export interface FleetRecord {
  readonly yearMs: number;
  /** The observed period. */
  readonly fromMs: number;
  readonly untilMs: number;
  readonly stores: readonly ObservedStore[];
  /** The timelines of all stores, each oldest first. */
  readonly entries: readonly ObservedEntry[];
  /** `/v1/events`, in the order of the stream. */
  readonly events: readonly ObservedEvent[];
  readonly mails: readonly ObservedMail[];
  readonly grants: readonly ObservedGrant[];
  /** Requests to Amazon for a seller's participations. */
  readonly requests: readonly ObservedRequest[];
  readonly pace: { readonly ratePerSecond: number; readonly burst: number };
  readonly disturbances: readonly Disturbance[];
  /** Requests of webhooks, in the order in which they came. */
  readonly deliveries: readonly ObservedDelivery[];
  /** Those that the list of deliveries calls failed, as `store type`. */
  readonly failedDeliveries: readonly string[];
}

/** As the API lists it at the end. */
export interface ObservedStore {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly status: string;
  readonly sellerId?: string | undefined;
}

export interface ObservedEntry {
  readonly id: number;
  readonly storeId: string;
  readonly atMs: number;
  readonly what: string;
  readonly status?: string | undefined;
  /** Code of the reason. */
  readonly reason?: string | undefined;
}

/** An event of the stream, with the store as it was when the event was sent. */
export interface ObservedEvent {
  readonly entryId: number;
  readonly storeId: string;
  readonly sellerId?: string | undefined;
  readonly authorizedAtMs?: number | undefined;
  readonly expiresAtMs?: number | undefined;
}

export interface ObservedMail {
  readonly atMs: number;
  readonly to: string;
  /** The header: a repeated delivery of one message has the same. */
  readonly messageId: string;
  readonly subject: string;
  /** Names of the stores in it. */
  readonly names: readonly string[];
}

export interface ObservedDelivery {
  /** `webhook-id`. */
  readonly id: string;
  readonly storeId: string;
  readonly type: string;
  /** Time of the event. */
  readonly atMs: number;
  /** Answered with 2xx. */
  readonly isAccepted: boolean;
  readonly body: string;
}

/** As the simulated Amazon has recorded it. */
export interface ObservedGrant {
  /** `selling_partner_id`. */
  readonly sellerId: string;
  readonly agreedAtMs: number;
  readonly grantedAtMs: number;
  readonly revokedAtMs?: number | undefined;
}

export interface ObservedRequest {
  readonly id: number;
  readonly atMs: number;
  readonly seller: string;
  /** Their `selling_partner_id`, once they have agreed to anything. */
  readonly sellerId?: string | undefined;
  readonly status: number;
  readonly isLimitExceeded: boolean;
}

/** A fault on purpose, of Amazon (for one seller or all) or of the product: it may excuse a delay, never a wrong action. */
export interface Disturbance {
  readonly what: string;
  readonly isOurs: boolean;
  /** `selling_partner_id`; absent: all sellers. */
  readonly sellerId?: string | undefined;
  readonly fromMs: number;
  readonly toMs: number;
}
