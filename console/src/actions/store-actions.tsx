import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useMemo, useState } from 'react';
import { useLive } from '../api/live.tsx';
import { addConnectLink, orderStore, type Store, type StoreOrder } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';
import { openTab } from './open-tab.ts';
import type { StoreChoice } from './store-choices.ts';
import { useFollowed } from './use-followed.ts';

const ConnectLinkDialog = lazy(() => import('./connect-link-dialog.tsx'));
const DeleteDialog = lazy(() => import('./delete-dialog.tsx'));
const DisconnectDialog = lazy(() => import('./disconnect-dialog.tsx'));

type Asked = { readonly what: 'link' | 'delete' | 'disconnect'; readonly store: Store; readonly wasBlocked?: boolean };

interface StoreActions {
  /** Opens Seller Central in a new tab; also how a store is renewed. */
  readonly connect: (store: Store) => void;
  /** Carries out what was chosen, or asks first. */
  readonly choose: (store: Store, choice: StoreChoice) => void;
  /** Tells the reader how the adding of a store ends. */
  readonly followAdded: (store: Store) => void;
  readonly isConnecting: (storeId: string) => boolean;
}

const StoreActionsContext = createContext<StoreActions | undefined>(undefined);
const noticeMs = 6000;

/** What can be done to a store, the same on every page. */
export function StoreActionsProvider({ children }: { readonly children: ReactNode }) {
  const { say, trouble } = useWords();
  const { putStore } = useLive();
  const [asked, setAsked] = useState<Asked>();
  const { follow, isConnecting } = useFollowed();

  const connect = useCallback(
    async (store: Store) => {
      // Browsers let a tab be opened while they still see the click; the address follows.
      const tab = openTab(say('connect.opening'));
      try {
        const { url } = await addConnectLink(store.id);
        follow(store, 'connecting');
        if (tab) tab.location.replace(url);
        else setAsked({ what: 'link', store, wasBlocked: true });
      } catch (error) {
        tab?.close();
        ToastQueue.negative(trouble(error));
      }
    },
    [follow, say, trouble],
  );

  const order = useCallback(
    async (store: Store, what: StoreOrder) => {
      try {
        putStore(await orderStore(store.id, what));
        ToastQueue.positive(say(doneMessages[what], { name: store.name }), { timeout: noticeMs });
      } catch (error) {
        ToastQueue.negative(trouble(error));
      }
    },
    [putStore, say, trouble],
  );

  const actions = useMemo<StoreActions>(
    () => ({
      connect: (store) => void connect(store),
      choose(store, choice) {
        if (choice === 'renew') void connect(store);
        else if (choice === 'link' || choice === 'delete' || choice === 'disconnect') setAsked({ what: choice, store });
        else void order(store, choice);
      },
      followAdded: (store) => follow(store, 'added'),
      isConnecting,
    }),
    [connect, follow, isConnecting, order],
  );

  return (
    <StoreActionsContext value={actions}>
      {children}
      <Suspense fallback={null}>
        <DialogContainer onDismiss={() => setAsked(undefined)}>
          {asked?.what === 'link' && (
            <ConnectLinkDialog
              store={asked.store}
              wasBlocked={asked.wasBlocked === true}
              onOpen={() => follow(asked.store, 'connecting')}
            />
          )}
          {asked?.what === 'delete' && <DeleteDialog store={asked.store} />}
          {asked?.what === 'disconnect' && (
            <DisconnectDialog store={asked.store} onConfirm={() => void order(asked.store, 'disconnect')} />
          )}
        </DialogContainer>
      </Suspense>
    </StoreActionsContext>
  );
}

const doneMessages = {
  check: 'done.checking',
  disconnect: 'done.disconnected',
  activate: 'done.activated',
  deactivate: 'done.deactivated',
} as const;

export function useStoreActions(): StoreActions {
  const actions = useContext(StoreActionsContext);
  if (!actions) throw new Error('useStoreActions needs a StoreActionsProvider around it.');
  return actions;
}
