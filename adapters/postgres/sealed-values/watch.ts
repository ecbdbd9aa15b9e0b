import { type Inspection, type InspectionPosition, inspectionStart, inspectNextValues } from './inspect.ts';
import { closeReadableAlarms } from './unreadable-alarms.ts';

const valuesPerRound = 100;

/**
 * Looks at the sealed values, a few in each round and from the beginning again after the last. Every process may run
 * one. `resealsFrom`: until then (milliseconds since 1970), other processes may still lack the current key.
 */
export class SealedValueWatch {
  private readonly inspection: Omit<Inspection, 'reseals'>;
  private readonly resealsFrom: number;
  private position: InspectionPosition = inspectionStart;

  constructor(inspection: Omit<Inspection, 'reseals'>, resealsFrom: number) {
    this.inspection = inspection;
    this.resealsFrom = resealsFrom;
  }

  /** Returns how many values were sealed with the current key. */
  async runRound(): Promise<number> {
    const { database, vault, notifyOperators } = this.inspection;
    await closeReadableAlarms(database, vault, notifyOperators);
    const inspection = { ...this.inspection, reseals: Date.now() >= this.resealsFrom };
    const { resealed, next = inspectionStart } = await inspectNextValues(inspection, this.position, valuesPerRound);
    this.position = next;
    return resealed;
  }
}
