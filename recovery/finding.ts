/** One difference between PostgreSQL and Temporal. */
export interface Finding {
  /** Such as `store 4f6c…`. */
  readonly subject: string;
  readonly difference: string;
  /** The one thing to do. */
  readonly remedy: string;
  /** Absent where a person has to decide. Repeated, it has no further effect. */
  readonly repair?: () => Promise<void>;
}

/** Compares one kind of thing on both sides. Throws when a side does not answer. */
export interface Check {
  readonly title: string;
  find(): AsyncIterable<Finding>;
}
