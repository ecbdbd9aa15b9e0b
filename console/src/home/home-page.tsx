import { Button } from '@react-spectrum/s2/Button';
import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { useCan } from '../api/access.ts';
import { storeCountsQuery } from '../api/stores.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { Page } from '../components/page.tsx';
import { AttentionStrip } from './attention-strip.tsx';
import { StoreList } from './store-list.tsx';

const AddStoreDialog = lazy(() => import('../add-store/add-store-dialog.tsx'));

/** Every store, and which of them need attention. */
export function HomePage() {
  const { t } = useI18n();
  const [params, setParams] = useSearchParams();
  const counts = useQuery(storeCountsQuery({})).data;
  const canAdd = useCan()('addStore');
  const hasStores = counts !== undefined && counts.total > 0;
  const openDialog = () =>
    setParams((old) => {
      old.set('add', 'store');
      return old;
    });
  const closeDialog = () =>
    setParams(
      (old) => {
        old.delete('add');
        return old;
      },
      { replace: true },
    );
  return (
    <Page
      title={t('home.title')}
      actions={
        hasStores &&
        canAdd && (
          <Button variant="accent" onPress={openDialog}>
            {t('home.add')}
          </Button>
        )
      }
    >
      {hasStores && <AttentionStrip counts={counts.byStatus} />}
      <StoreList />
      <Suspense fallback={null}>
        <DialogContainer onDismiss={closeDialog}>{params.has('add') && canAdd && <AddStoreDialog />}</DialogContainer>
      </Suspense>
    </Page>
  );
}
