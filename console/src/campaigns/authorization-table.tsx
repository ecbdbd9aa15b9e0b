import { Link } from '@react-spectrum/s2/Link';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Campaign,
  type CampaignAuthorization,
  campaignAuthorizationsQuery,
  type CampaignProgress,
  isOver,
} from '../api/campaigns.ts';
import { useWords } from '../messages/use-words.ts';
import { ChoiceMenu } from '../parts/choice-menu.tsx';
import { Flag } from '../parts/flag.tsx';
import { Loading } from '../parts/loading.tsx';
import { cell, frame, headCell, table } from '../parts/table-styles.ts';
import { Trouble } from '../parts/trouble.tsx';
import { WorkingButton } from '../parts/working-button.tsx';
import { ProgressLight } from './campaign-state.tsx';

const progresses = ['planned', 'waiting', 'consented', 'skipped'] as const satisfies readonly CampaignProgress[];
const columns = ['stores', 'seller', 'state', 'askedAt', 'consentedAt'] as const;

/** Whom the campaign asks, in the order of their turns. */
export function AuthorizationTable({ campaign }: { readonly campaign: Campaign }) {
  const { say } = useWords();
  const [shown, setShown] = useState<CampaignProgress | 'all'>('all');
  const progress = shown === 'all' ? undefined : shown;
  const list = useInfiniteQuery(campaignAuthorizationsQuery(campaign.id, progress, !isOver(campaign)));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const { counts } = campaign;
  return (
    <section
      aria-label={say('campaign.sellers')}
      className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}
    >
      <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 16 })}>
        <h2 className={style({ font: 'title-lg', margin: 0, flexGrow: 1 })}>{say('campaign.sellers')}</h2>
        <ChoiceMenu
          label={say('campaign.show')}
          choices={[
            { id: 'all', name: say('home.all'), count: counts.authorizations },
            ...progresses.map((id) => ({ id, name: say(`campaign.progress.${id}`), count: counts[id] })),
          ]}
          value={shown}
          onChange={setShown}
        />
      </div>
      {list.isPending && <Loading />}
      {!list.data && list.error && <Trouble error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && items.length === 0 && (
        <p className={style({ font: 'body', margin: 0 })}>{say('campaign.noneHere')}</p>
      )}
      {items.length > 0 && (
        <div className={frame}>
          <table aria-label={say('campaign.sellers')} className={table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col" className={headCell}>
                    {say(`campaign.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((each) => (
                <Row key={each.id} authorization={each} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <div>
          <WorkingButton
            variant="secondary"
            size="S"
            label={say('campaign.more')}
            isWorking={list.isFetchingNextPage}
            onPress={() => void list.fetchNextPage()}
          />
        </div>
      )}
    </section>
  );
}

const small = style({ font: 'detail-sm', color: 'neutral-subdued', display: 'block' });

function Row({ authorization }: { readonly authorization: CampaignAuthorization }) {
  const { say, moment } = useWords();
  const { stores, sellerId, state, reason, askedAt, remindedAt, consentedAt, message } = authorization;
  return (
    <tr>
      <th scope="row" className={cell}>
        {stores.map((store) => (
          <span key={store.id} className={style({ display: 'flex', alignItems: 'center', gap: 8 })}>
            <Flag country={store.country} />
            <Link href={`/stores/${store.id}`} variant="secondary">
              {store.name}
            </Link>
            {(store.status === 'deleted' || store.status === 'disconnected') && (
              <span className={style({ font: 'detail-sm', color: 'neutral-subdued' })}>
                {say('campaign.storeSkipped', { status: say(`status.${store.status}`) })}
              </span>
            )}
          </span>
        ))}
      </th>
      <td className={cell}>{sellerId}</td>
      <td className={cell}>
        <ProgressLight progress={state} />
        {reason && <span className={small}>{reason.text}</span>}
        {message === 'failed' && state === 'waiting' && <span className={small}>{say('campaign.messageFailed')}</span>}
      </td>
      <td className={cell}>
        {askedAt && moment(askedAt)}
        {remindedAt && <span className={small}>{say('campaign.reminded', { date: moment(remindedAt) })}</span>}
      </td>
      <td className={cell}>{consentedAt && moment(consentedAt)}</td>
    </tr>
  );
}
