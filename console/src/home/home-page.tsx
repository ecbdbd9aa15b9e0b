import { LinkButton } from '@react-spectrum/s2/LinkButton';
import { DialogContainer } from '@react-spectrum/s2/DialogContainer';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { fewStoresQuery } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';
import { Page } from '../parts/page.tsx';
import { AttentionStrip } from './attention-strip.tsx';
import { StoreList } from './store-list.tsx';

const AddStoreDialog = lazy(() => import('../add-store/add-store-dialog.tsx'));

/** Amazon Sales Channel Home: every store, and what needs attention. */
export function HomePage() {
  const { say } = useWords();
  const [params, setParams] = useSearchParams();
  const stores = useQuery(fewStoresQuery({}));
  const hasStores = (stores.data?.items.length ?? 0) > 0;
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
        hasStores && (
          <LinkButton variant="accent" href="/?add=store">
            {say('home.add')}
          </LinkButton>
        )
      }
    >
      {hasStores && <AttentionStrip />}
      <StoreList />
      <Suspense fallback={null}>
        <DialogContainer onDismiss={closeDialog}>{params.has('add') && <AddStoreDialog />}</DialogContainer>
      </Suspense>
    </Page>
  );
}
