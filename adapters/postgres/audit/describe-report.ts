import type { ChainReport, Witness } from './verify-chain.ts';

/** As `npm run audit -- 42:hash` takes it. Undefined for anything else. */
export function parseWitness(text: string): Witness | undefined {
  const [, seq, hash] = /^(\d{1,18}):([0-9a-f]{64})$/.exec(text) ?? [];
  return seq !== undefined && hash !== undefined ? { seq, hash } : undefined;
}

/** For the operator who runs the command. */
export function describeReport({ rows, head, faults }: ChainReport): string {
  if (faults.length === 0) {
    const witness = `Keep this to prove it the next time: npm run audit -- ${head.seq}:${head.hash}`;
    return `The audit log is intact: ${rows} rows.\n${rows > 0 ? witness : 'It has no rows yet.'}`;
  }
  const sentences = {
    changed: 'was changed, or the row before it was replaced',
    removed: 'is missing, or rows before it are',
    inserted: 'was inserted',
  };
  const lines = faults.map(({ kind, seq }) => `Row ${seq} ${sentences[kind]}.`);
  const advice = 'Compare it with a backup (table audit_log), and find out who can write to the database.';
  return [`The audit log is not intact. Faults: ${faults.length}.`, ...lines, advice].join('\n');
}
