import { Link } from '@react-spectrum/s2/Link';
import { LinkButton } from '@react-spectrum/s2/LinkButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';
import { NextAction } from '../actions/next-action.tsx';
import { useStoreActions } from '../actions/store-actions.tsx';
import { StoreMenu } from '../actions/store-menu.tsx';
import type { Store } from '../api/stores.ts';
import { secondsMatter, useWords } from '../messages/use-words.ts';
import { Facts } from '../parts/facts.tsx';
import { Flag } from '../parts/flag.tsx';
import { nextText } from '../parts/next-text.ts';
import { StoreStatusLight } from '../parts/store-status.tsx';

const card = style({
  boxSizing: 'border-box',
  height: 'full',
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
  padding: 20,
  borderRadius: 'xl',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  backgroundColor: 'layer-2',
  minWidth: 0,
});

interface StoreCardProps {
  readonly store: Store;
  readonly websiteName: string;
}

/** One store at a glance: how it is, what happens next, and the one thing to do. */
export function StoreCard({ store, websiteName }: StoreCardProps) {
  const words = useWords();
  const { say, moment, day } = words;
  const { isConnecting } = useStoreActions();
  const titleId = useId();
  const isSettled = store.status !== 'creating' && store.status !== 'deleted';
  const isFollowed = isConnecting(store.id) && store.status !== 'active';
  const next = isFollowed ? say('connect.following') : nextText(store, words);
  return (
    <article aria-labelledby={titleId} className={card}>
      <div className={style({ display: 'flex', alignItems: 'start', gap: 12 })}>
        <div className={style({ paddingTop: 4 })}>
          <Flag country={store.country} />
        </div>
        <div className={style({ flexGrow: 1, minWidth: 0 })}>
          <h2 id={titleId} className={style({ font: 'title', margin: 0, overflowWrap: 'anywhere' })}>
            <Link href={`/stores/${store.id}`} variant="secondary" isQuiet>
              {store.name}
            </Link>
          </h2>
          <div className={style({ font: 'detail-sm', color: 'neutral-subdued' })}>
            {say(`country.${store.country}`)}
          </div>
        </div>
        {isSettled && <StoreMenu store={store} />}
      </div>
      <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 8 })}>
        <StoreStatusLight store={store} />
        <span className={style({ font: 'detail-sm', color: 'neutral-subdued' })}>
          {say('status.since', { date: day(store.statusSince) })}
        </span>
      </div>
      {store.reason && (
        <p
          className={style({
            font: 'body-sm',
            margin: 0,
            padding: 12,
            borderRadius: 'lg',
            backgroundColor: 'notice-subtle',
            color: 'neutral',
          })}
        >
          {store.reason.text}
        </p>
      )}
      {next && <p className={style({ font: 'body-sm', margin: 0 })}>{next}</p>}
      <Facts
        facts={[
          [say('card.website'), websiteName],
          [say('card.expires'), store.expiresAt && moment(store.expiresAt, secondsMatter(store))],
          [say('card.created'), day(store.createdAt)],
          [say('card.updated'), moment(store.updatedAt)],
        ]}
      />
      <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 'auto', paddingTop: 4 })}>
        <NextAction store={store} size="S" />
        {store.status !== 'creating' && (
          <LinkButton variant="secondary" size="S" href={`/stores/${store.id}`}>
            {say('action.view')}
          </LinkButton>
        )}
      </div>
    </article>
  );
}
