import { Link } from '@react-spectrum/s2/Link';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '../api/access.ts';
import { websitesQuery } from '../api/lookups.ts';
import type { Store } from '../api/stores.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { DescriptionList } from '../components/description-list.tsx';
import { Panel } from '../components/panel.tsx';
import { temporalUiUrl } from '../shell/temporal-ui-url.ts';

/** The store's properties, apart from its connection. */
export function DetailsPanel({ store }: { readonly store: Store }) {
  const { t, formatDateTime } = useI18n();
  const canChange = useCan()('changeStore');
  const website = useQuery(websitesQuery).data?.items.find(({ code }) => code === store.website);
  const workflow = temporalUiUrl(store.workflowId);
  return (
    <Panel title={t('store.details')}>
      <DescriptionList
        items={[
          [t('field.website'), website ? `${website.name} (${store.website})` : store.website],
          [t('store.country'), t(`country.${store.country}`)],
          // Readers who can change these see them in the settings.
          [t('add.email'), !canChange && store.email],
          [t('store.secondEmail'), !canChange && store.secondEmail],
          [t('add.productIdType'), !canChange && store.productIdType && t(`productIdType.${store.productIdType}`)],
          [t('add.attribute'), !canChange && store.attributeCode],
          [t('field.created'), formatDateTime(store.createdAt)],
          [t('field.updated'), formatDateTime(store.updatedAt)],
          [t('store.id'), store.id],
        ]}
      />
      {workflow && (
        <div>
          <Link href={workflow} target="_blank" rel="noopener">
            {t('store.workflow')}
          </Link>
        </div>
      )}
    </Panel>
  );
}
