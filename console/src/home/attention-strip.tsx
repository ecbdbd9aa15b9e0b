import { Link } from '@react-spectrum/s2/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQueries } from '@tanstack/react-query';
import { fewStoresQuery, type StoreStatus } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';

const urgent = [
  'renewal_due',
  'expired',
  'disconnected',
  'awaiting_authorization',
] as const satisfies readonly StoreStatus[];

/** Counts what needs a person, each count leading to those stores. */
export function AttentionStrip() {
  const { say, number } = useWords();
  const counts = useQueries({ queries: urgent.map((status) => fewStoresQuery({ status: [status] })) });
  if (counts.some(({ data }) => data === undefined)) return null;
  const shown = urgent.flatMap((status, index) => {
    const data = counts[index]?.data;
    return data && data.items.length > 0 ? [{ status, count: data.items.length, more: data.more }] : [];
  });
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
      {shown.map(({ status, count, more }) => (
        <Link key={status} href={`/?status=${status}`} variant="secondary">
          {say(`attention.${status}`, { count: number(count), more: String(more) })}
        </Link>
      ))}
    </section>
  );
}
