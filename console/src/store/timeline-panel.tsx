import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useInfiniteQuery } from '@tanstack/react-query';
import { type TimelineEntry, timelineQuery } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';
import { Loading } from '../parts/loading.tsx';
import { Panel } from '../parts/panel.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { WorkingButton } from '../parts/working-button.tsx';
import { toneOf } from './timeline-tone.ts';

const momentInUtc = /(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) UTC/g;
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

/** What happened to the store, the newest first, as it happens. */
export function TimelinePanel({ storeId }: { readonly storeId: string }) {
  const { say } = useWords();
  const timeline = useInfiniteQuery(timelineQuery(storeId));
  const entries = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={say('store.timeline')}>
      {timeline.isPending && <Loading />}
      {timeline.error && <Trouble error={timeline.error} onRetry={() => void timeline.refetch()} />}
      {timeline.data && entries.length === 0 && (
        <p className={style({ font: 'body-sm', margin: 0 })}>{say('store.timelineEmpty')}</p>
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
      {timeline.hasNextPage && (
        <div>
          <WorkingButton
            variant="secondary"
            size="S"
            label={say('store.timelineOlder')}
            isWorking={timeline.isFetchingNextPage}
            onPress={() => void timeline.fetchNextPage()}
          />
        </div>
      )}
    </Panel>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const { say, moment } = useWords();
  // The API writes moments in UTC; readers have a clock and a calendar of their own.
  const text = entry.text.replaceAll(momentInUtc, (_, day, time) => moment(`${day}T${time}Z`, true));
  return (
    <li className={style({ display: 'flex', gap: 12 })}>
      <span className={dot({ tone: toneOf(entry) })} aria-hidden="true" />
      <div className={style({ minWidth: 0 })}>
        <div className={style({ font: 'ui', fontWeight: 'bold' })}>{say(`timeline.${entry.what}`)}</div>
        <p className={style({ font: 'body-sm', margin: 0, overflowWrap: 'anywhere' })}>{text}</p>
        <time dateTime={entry.at} className={style({ font: 'detail-sm', color: 'neutral-subdued' })}>
          {moment(entry.at, true)}
        </time>
      </div>
    </li>
  );
}
