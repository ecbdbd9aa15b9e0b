/** What was seen of a fleet from outside: all that the checker knows. Times are milliseconds since 1970. */
export interface FleetRecord {
  readonly yearMs: number;
  /** When watching began and ended. */
  readonly fromMs: number;
  readonly untilMs: number;
  readonly stores: readonly StoreSeen[];
  /** The timelines of all stores, each oldest first. */
  readonly entries: readonly EntrySeen[];
  /** `/v1/events`, in the order of the stream. */
  readonly told: readonly ToldSeen[];
  readonly mails: readonly MailSeen[];
  readonly grants: readonly GrantSeen[];
  /** Participations that were asked for. */
  readonly requests: readonly RequestSeen[];
  readonly pace: { readonly ratePerSecond: number; readonly burst: number };
  readonly disturbances: readonly Disturbance[];
  /** Requests of webhooks, in the order in which they came. */
  readonly deliveries: readonly DeliverySeen[];
  /** Those that the log of deliveries says were given up, as `store type`. */
  readonly failedDeliveries: readonly string[];
}

/** As the API lists it at the end. */
export interface StoreSeen {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly status: string;
  readonly sellerId?: string | undefined;
}

export interface EntrySeen {
  readonly id: number;
  readonly storeId: string;
  readonly atMs: number;
  readonly what: string;
  readonly status?: string | undefined;
  /** Code of the reason. */
  readonly reason?: string | undefined;
}

/** An event of the stream, with what it says about the store at the moment it was told. */
export interface ToldSeen {
  readonly entryId: number;
  readonly storeId: string;
  readonly sellerId?: string | undefined;
  readonly authorizedAtMs?: number | undefined;
  readonly expiresAtMs?: number | undefined;
}

export interface MailSeen {
  readonly atMs: number;
  readonly to: string;
  /** The header: a repeated delivery of one message has the same. */
  readonly messageId: string;
  readonly subject: string;
  /** Stores it speaks for. */
  readonly names: readonly string[];
}

export interface DeliverySeen {
  /** `webhook-id`. */
  readonly id: string;
  readonly storeId: string;
  readonly type: string;
  /** When it happened. */
  readonly atMs: number;
  /** Answered by 2xx. */
  readonly isTaken: boolean;
  readonly body: string;
}

/** From Amazon's books. */
export interface GrantSeen {
  /** `selling_partner_id`. */
  readonly sellerId: string;
  readonly agreedAtMs: number;
  readonly grantedAtMs: number;
  readonly revokedAtMs?: number | undefined;
}

export interface RequestSeen {
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
