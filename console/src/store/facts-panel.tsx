import { Link } from '@react-spectrum/s2/Link';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../api/access.ts';
import { websitesQuery } from '../api/look-ups.ts';
import type { Store } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';
import { Facts } from '../parts/facts.tsx';
import { Panel } from '../parts/panel.tsx';
import { temporalUiUrl } from '../shell/temporal-ui-url.ts';

/** What the store is, apart from its connection. */
export function FactsPanel({ store }: { readonly store: Store }) {
  const { say, moment } = useWords();
  const mayChange = useMay()('changeStore');
  const website = useQuery(websitesQuery).data?.items.find(({ code }) => code === store.website);
  const workflow = temporalUiUrl(store.workflowId);
  return (
    <Panel title={say('store.facts')}>
      <Facts
        facts={[
          [say('store.website'), website ? `${website.name} (${store.website})` : store.website],
          [say('store.country'), say(`country.${store.country}`)],
          // Whoever may change them has fields for them.
          [say('add.email'), !mayChange && store.email],
          [say('store.secondEmail'), !mayChange && store.secondEmail],
          [say('add.productIdType'), !mayChange && store.productIdType && say(`productIdType.${store.productIdType}`)],
          [say('add.attribute'), !mayChange && store.attributeCode],
          [say('store.created'), moment(store.createdAt)],
          [say('store.updated'), moment(store.updatedAt)],
          [say('store.id'), store.id],
        ]}
      />
      {workflow && (
        <div>
          <Link href={workflow} target="_blank" rel="noopener">
            {say('store.workflow')}
          </Link>
        </div>
      )}
    </Panel>
  );
}
