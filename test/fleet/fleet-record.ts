/** What was seen of a fleet from outside: all that the checker knows. Times are milliseconds since 1970. */
export interface FleetRecord {
  readonly yearMs: number;
  /** When watching began and ended. */
  readonly fromMs: number;
  readonly untilMs: number;
  readonly stores: readonly ObservedStore[];
  /** The timelines of all stores, each oldest first. */
  readonly entries: readonly ObservedEntry[];
  /** `/v1/events`, in the order of the stream. */
  readonly events: readonly ObservedEvent[];
  readonly mails: readonly ObservedMail[];
  readonly grants: readonly ObservedGrant[];
  /** Participations that were asked for. */
  readonly requests: readonly ObservedRequest[];
  readonly pace: { readonly ratePerSecond: number; readonly burst: number };
  readonly disturbances: readonly Disturbance[];
  /** Requests of webhooks, in the order in which they came. */
  readonly deliveries: readonly ObservedDelivery[];
  /** Those that the log of deliveries says were given up, as `store type`. */
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

/** An event of the stream, with what it says about the store at the moment it was told. */
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
  /** Stores it speaks for. */
  readonly names: readonly string[];
}

export interface ObservedDelivery {
  /** `webhook-id`. */
  readonly id: string;
  readonly storeId: string;
  readonly type: string;
  /** When it happened. */
  readonly atMs: number;
  /** Answered by 2xx. */
  readonly isAccepted: boolean;
  readonly body: string;
}

/** From Amazon's books. */
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
  readonly status: number;
  readonly isLimitExceeded: boolean;
}

/** What was done on purpose to Amazon (for one seller or all) or to the product: it may excuse a delay, never a deed. */
export interface Disturbance {
  readonly what: string;
  readonly isOurs: boolean;
  /** `selling_partner_id`; absent: everybody's. */
  readonly sellerId?: string | undefined;
  readonly fromMs: number;
  readonly toMs: number;
}
