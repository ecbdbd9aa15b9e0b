import { type Inspection, inspectionStart, inspectNextValues } from './inspect.ts';
import { countSealedValues, describeUsages, type KeyUsage } from './key-usage.ts';

const batchSize = 200;

export interface ResealReport {
  /** Per table, in the order of the inspection. */
  readonly tables: ReadonlyMap<string, { readonly resealed: number; readonly unreadable: number }>;
  /** What is sealed with another key than the current one, still. */
  readonly remaining: readonly KeyUsage[];
}

/** Seals every value with the current key. Repeated, it continues where it was interrupted. */
export async function resealAll(inspection: Omit<Inspection, 'reseals'>): Promise<ResealReport> {
  const tables = new Map<string, { resealed: number; unreadable: number }>();
  for (let position = inspectionStart, isDone = false; !isDone;) {
    const batch = await inspectNextValues({ ...inspection, reseals: true }, position, batchSize);
    const { resealed = 0, unreadable = 0 } = tables.get(batch.table) ?? {};
    tables.set(batch.table, { resealed: resealed + batch.resealed, unreadable: unreadable + batch.unreadable });
    isDone = batch.next === undefined;
    position = batch.next ?? position;
  }
  const usages = await countSealedValues(inspection.database);
  return { tables, remaining: usages.filter(({ kid }) => kid !== inspection.keys[0]?.kid) };
}

/** The report as text, with what to do next. `kid`: of the current key. */
export function describeResealing({ tables, remaining }: ResealReport, kid: string): string {
  const lines = [...tables].map(
    ([table, { resealed, unreadable }]) =>
      `${table.padEnd(20)} ${resealed} sealed again${unreadable > 0 ? `, ${unreadable} cannot be opened` : ''}`,
  );
  if (remaining.length === 0)
    return [...lines, `Every value is sealed with "${kid}". The other keys may leave ENCRYPTION_KEYS.`].join('\n');
  return [
    ...lines,
    `Still in use: ${describeUsages(remaining)}. Keep these keys, do what the alarms "secret_unreadable" say (GET /v1/alarms), then run this again.`,
  ].join('\n');
}
