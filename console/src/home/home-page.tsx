import { Button } from '@react-spectrum/s2/Button';
import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { useMay } from '../api/access.ts';
import { storeCountsQuery } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';
import { Page } from '../parts/page.tsx';
import { AttentionStrip } from './attention-strip.tsx';
import { StoreList } from './store-list.tsx';

const AddStoreDialog = lazy(() => import('../add-store/add-store-dialog.tsx'));

/** Amazon Sales Channel Home: every store, and what needs attention. */
export function HomePage() {
  const { say } = useWords();
  const [params, setParams] = useSearchParams();
  const counts = useQuery(storeCountsQuery({})).data;
  const mayAdd = useMay()('addStore');
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
      title={say('home.title')}
      actions={
        hasStores &&
        mayAdd && (
          <Button variant="accent" onPress={openDialog}>
            {say('home.add')}
          </Button>
        )
      }
    >
      {hasStores && <AttentionStrip counts={counts.byStatus} />}
      <StoreList />
      <Suspense fallback={null}>
        <DialogContainer onDismiss={closeDialog}>{params.has('add') && mayAdd && <AddStoreDialog />}</DialogContainer>
      </Suspense>
    </Page>
  );
}
