export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; undefined on the last page. */
  readonly nextCursor?: string;
}

export interface PageQuery {
  readonly limit: number;
  /** The `nextCursor` of an earlier page. */
  readonly cursor?: string;
}

export class InvalidCursor extends Error {
  constructor(cursor: string) {
    super(`The cursor "${cursor}" cannot be read: use the nextCursor of an earlier answer.`);
    this.name = 'InvalidCursor';
  }
}
