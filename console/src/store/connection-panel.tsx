import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useStoreActions } from '../actions/store-actions.tsx';
import { useStoreChoices } from '../actions/store-choices.ts';
import { authorizationsQuery, marketplacesQuery } from '../api/look-ups.ts';
import type { Authorization, Store } from '../api/stores.ts';
import { daysUntil, secondsMatter, useWords } from '../messages/use-words.ts';
import { Bar } from '../parts/bar.tsx';
import { Facts } from '../parts/facts.tsx';
import { Panel } from '../parts/panel.tsx';
import { useNow } from '../parts/use-now.ts';

/** Who agreed, for what and until when, and what can be done about it. */
export function ConnectionPanel({ store }: { readonly store: Store }) {
  const { say, moment } = useWords();
  const { choose } = useStoreActions();
  // Beside the page's title stand those two already.
  const choices = useStoreChoices(store).filter((choice) => choice !== 'renew' && choice !== 'delete');
  const marketplace = useQuery(marketplacesQuery).data?.items.find(({ country }) => country === store.country);
  const authorization = useQuery({
    ...authorizationsQuery(store.sellerId),
    enabled: store.sellerId !== undefined,
  }).data?.items.find(({ region }) => region === marketplace?.region);
  const isConnected = store.status === 'active' || store.status === 'renewal_due';
  const seconds = secondsMatter(store);
  return (
    <Panel title={say('store.connection')}>
      {store.sellerId === undefined && (
        <p className={style({ font: 'body-sm', margin: 0 })}>{say('store.notConnected')}</p>
      )}
      {isConnected && store.authorizedAt && store.expiresAt && (
        <YearMeter
          authorizedAt={store.authorizedAt}
          expiresAt={store.expiresAt}
          isDue={store.status === 'renewal_due'}
        />
      )}
      <Facts
        facts={[
          [say('store.seller'), store.sellerId],
          [say('store.authorized'), store.authorizedAt && moment(store.authorizedAt, seconds)],
          [say('store.expires'), store.expiresAt && moment(store.expiresAt, seconds)],
          [say('store.region'), marketplace && say(marketplace.region === 'NA' ? 'store.regionNA' : 'store.regionEU')],
          [say('store.marketplaces'), isConnected && authorization && <Marketplaces authorization={authorization} />],
          [say('store.marketplaceId'), marketplace?.marketplaceId],
          [say('store.currency'), marketplace?.currency],
        ]}
      />
      {choices.length > 0 && (
        <div className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}>
          {choices.map((choice) => (
            // The one becomes the other when it is pressed, and keeps the focus.
            <Button
              key={choice === 'activate' ? 'deactivate' : choice}
              variant="secondary"
              size="S"
              onPress={() => choose(store, choice)}
            >
              {say(`action.${choice}`)}
            </Button>
          ))}
        </div>
      )}
    </Panel>
  );
}

/** What the seller takes part in, with a warning where listings are suspended. */
function Marketplaces({ authorization: { marketplaces } }: { readonly authorization: Authorization }) {
  const { say } = useWords();
  const words = marketplaces
    .filter(({ isParticipating }) => isParticipating)
    .map(({ countryCode, hasSuspendedListings }) =>
      hasSuspendedListings ? say('store.marketplaceSuspended', { country: countryCode }) : countryCode,
    );
  return words.join(', ') || say('store.marketplacesUnknown');
}

interface YearMeterProps {
  readonly authorizedAt: string;
  readonly expiresAt: string;
  readonly isDue: boolean;
}

/** How much of the year of the authorization is left. */
function YearMeter({ authorizedAt, expiresAt, isDue }: YearMeterProps) {
  const { say } = useWords();
  const nowMs = useNow(secondsMatter({ authorizedAt, expiresAt }) ? 1000 : undefined);
  const wholeMs = Date.parse(expiresAt) - Date.parse(authorizedAt);
  const leftMs = Math.min(wholeMs, Math.max(0, Date.parse(expiresAt) - nowMs));
  return (
    <Bar
      label={say('store.daysLeft')}
      percent={(100 * leftMs) / wholeMs}
      value={say('card.daysLeft', { days: daysUntil(expiresAt, nowMs) })}
      tone={isDue ? 'warning' : 'good'}
    />
  );
}
