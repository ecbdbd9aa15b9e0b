/** Temporal could not be reached, or did not answer in time. */
export class TemporalUnavailable extends Error {
  constructor(cause: unknown) {
    super('Temporal cannot be reached, or did not answer in time.', { cause });
    this.name = 'TemporalUnavailable';
  }
}
