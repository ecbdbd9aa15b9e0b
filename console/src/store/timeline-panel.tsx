import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useInfiniteQuery } from '@tanstack/react-query';
import { type TimelineEntry, timelineQuery } from '../api/stores.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { LoadMoreButton } from '../components/load-more-button.tsx';
import { Loading } from '../components/loading.tsx';
import { Panel } from '../components/panel.tsx';
import { ErrorAlert } from '../components/error-alert.tsx';
import { toneOf } from './timeline-tone.ts';

const utcDateTime = /(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) UTC/g;
const dot = style({
  flexShrink: 0,
  size: 12,
  borderRadius: 'full',
  marginTop: 4,
  backgroundColor: {
    default: 'gray-400',
    tone: { good: 'positive', warning: 'notice', bad: 'negative', plain: 'gray-400' },
  },
});

/** The store's timeline, newest first, updated live. */
export function TimelinePanel({ storeId }: { readonly storeId: string }) {
  const { t } = useI18n();
  const timeline = useInfiniteQuery(timelineQuery(storeId));
  const entries = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('store.timeline')}>
      {timeline.isPending && <Loading />}
      {timeline.error && <ErrorAlert error={timeline.error} onRetry={() => void timeline.refetch()} />}
      {timeline.data && entries.length === 0 && (
        <p className={style({ font: 'body-sm', margin: 0 })}>{t('store.timelineEmpty')}</p>
      )}
      <ol
        className={style({
          listStyleType: 'none',
          margin: 0,
          padding: 0,
          display: 'flex',
          flexDirection: 'column',
          gap: 16,
        })}
      >
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      <LoadMoreButton label={t('store.timelineOlder')} query={timeline} />
    </Panel>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const { t, formatDateTime } = useI18n();
  // The API's sentences contain UTC times; readers see them in their own time zone.
  const text = entry.text.replaceAll(utcDateTime, (_, day, time) => formatDateTime(`${day}T${time}Z`, true));
  return (
    <li className={style({ display: 'flex', gap: 12 })}>
      <span className={dot({ tone: toneOf(entry) })} aria-hidden="true" />
      <div className={style({ minWidth: 0 })}>
        <div className={style({ font: 'ui', fontWeight: 'bold' })}>{t(`timeline.${entry.what}`)}</div>
        <p className={style({ font: 'body-sm', margin: 0, overflowWrap: 'anywhere' })}>{text}</p>
        <time dateTime={entry.at} className={style({ font: 'detail-sm', color: 'neutral-subdued' })}>
          {formatDateTime(entry.at, true)}
        </time>
        {entry.actor !== undefined && (
          <span className={style({ font: 'detail-sm', color: 'neutral-subdued', overflowWrap: 'anywhere' })}>
            {` · ${actorText(entry, t)}`}
          </span>
        )}
      </div>
    </li>
  );
}

function actorText({ actor = '', actorKind }: TimelineEntry, t: ReturnType<typeof useI18n>['t']): string {
  return actorKind === 'admin' || actorKind === 'seller' ? t(`actor.${actorKind}`) : actor;
}
