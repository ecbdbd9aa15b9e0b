import { Link } from '@react-spectrum/s2/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { StoreCounts, StoreStatus } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';

const urgent = [
  'renewal_due',
  'expired',
  'disconnected',
  'awaiting_authorization',
] as const satisfies readonly StoreStatus[];

/** Counts what needs a person, each count leading to those stores. */
export function AttentionStrip({ counts }: { readonly counts: StoreCounts['byStatus'] }) {
  const { say, number } = useWords();
  const shown = urgent.filter((status) => counts[status] > 0);
  return (
    <section
      aria-label={say('attention.label')}
      className={style({
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 24,
        rowGap: 8,
        paddingX: 16,
        paddingY: 12,
        borderRadius: 'lg',
        font: 'ui',
        backgroundColor: { default: 'notice-subtle', isFine: 'positive-subtle' },
        color: 'neutral',
      })({ isFine: shown.length === 0 })}
    >
      {shown.length === 0 && say('attention.none')}
      {shown.length > 0 && <strong>{say('attention.label')}</strong>}
      {shown.map((status) => (
        <Link key={status} href={`/?status=${status}`} variant="secondary">
          {say(`attention.${status}`, { count: number(counts[status]) })}
        </Link>
      ))}
    </section>
  );
}
