import { Link } from '@react-spectrum/s2/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { StoreCounts, StoreStatus } from '../api/stores.ts';
import { useI18n } from '../messages/use-i18n.ts';

const urgentStatuses = [
  'renewal_due',
  'expired',
  'disconnected',
  'awaiting_authorization',
] as const satisfies readonly StoreStatus[];

/** Counts the stores that need attention; each count links to its stores. */
export function AttentionStrip({ counts }: { readonly counts: StoreCounts['byStatus'] }) {
  const { t, formatNumber } = useI18n();
  const shown = urgentStatuses.filter((status) => counts[status] > 0);
  return (
    <section
      aria-label={t('attention.label')}
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
      {shown.length === 0 && t('attention.none')}
      {shown.length > 0 && <strong>{t('attention.label')}</strong>}
      {shown.map((status) => (
        <Link key={status} href={`/?status=${status}`} variant="secondary">
          {t(`attention.${status}`, { count: formatNumber(counts[status]) })}
        </Link>
      ))}
    </section>
  );
}
