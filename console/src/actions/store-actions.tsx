import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { ToastQueue } from '@react-spectrum/s2/Toast';
import { createContext, lazy, type ReactNode, Suspense, useCallback, useContext, useMemo, useState } from 'react';
import { useLive } from '../api/live.tsx';
import { addConnectLink, runStoreCommand, type Store, type StoreCommand } from '../api/stores.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { openTab } from './open-tab.ts';
import type { StoreAction } from './use-available-actions.ts';
import { usePendingOutcomes } from './use-pending-outcomes.ts';

const ConnectLinkDialog = lazy(() => import('./connect-link-dialog.tsx'));
const DeleteDialog = lazy(() => import('./delete-dialog.tsx'));
const DisconnectDialog = lazy(() => import('./disconnect-dialog.tsx'));

interface OpenDialog {
  readonly action: 'link' | 'delete' | 'disconnect';
  readonly store: Store;
  readonly wasBlocked?: boolean;
}

interface StoreActions {
  /** Opens Seller Central in a new tab, to connect or renew the store. */
  readonly connect: (store: Store) => void;
  /** Runs an action, or opens its dialog. */
  readonly run: (store: Store, action: StoreAction) => void;
  /** Notifies the reader once an added store is connected or refused. */
  readonly trackAdded: (store: Store) => void;
  readonly isConnecting: (storeId: string) => boolean;
}

const StoreActionsContext = createContext<StoreActions | undefined>(undefined);
const noticeMs = 6000;

/** The actions on stores, the same on every page. */
export function StoreActionsProvider({ children }: { readonly children: ReactNode }) {
  const { t, errorMessage } = useI18n();
  const { putStore } = useLive();
  const [dialog, setDialog] = useState<OpenDialog>();
  const { track, isConnecting } = usePendingOutcomes();

  const connect = useCallback(
    async (store: Store) => {
      // Browsers allow a new tab only during the click, so the tab opens before its URL is known.
      const tab = openTab(t('connect.opening'));
      try {
        const { url } = await addConnectLink(store.id);
        track(store, 'connecting');
        if (tab) tab.location.replace(url);
        else setDialog({ action: 'link', store, wasBlocked: true });
      } catch (error) {
        tab?.close();
        ToastQueue.negative(errorMessage(error));
      }
    },
    [track, t, errorMessage],
  );

  const runCommand = useCallback(
    async (store: Store, command: StoreCommand) => {
      try {
        putStore(await runStoreCommand(store.id, command));
        ToastQueue.positive(t(doneMessages[command], { name: store.name }), { timeout: noticeMs });
      } catch (error) {
        ToastQueue.negative(errorMessage(error));
      }
    },
    [putStore, t, errorMessage],
  );

  const actions = useMemo<StoreActions>(
    () => ({
      connect: (store) => void connect(store),
      run(store, action) {
        if (action === 'renew') void connect(store);
        else if (action === 'link' || action === 'delete' || action === 'disconnect') setDialog({ action, store });
        else void runCommand(store, action);
      },
      trackAdded: (store) => track(store, 'adding'),
      isConnecting,
    }),
    [connect, track, isConnecting, runCommand],
  );

  return (
    <StoreActionsContext value={actions}>
      {children}
      <Suspense fallback={null}>
        <DialogContainer onDismiss={() => setDialog(undefined)}>
          {dialog?.action === 'link' && (
            <ConnectLinkDialog
              store={dialog.store}
              wasBlocked={dialog.wasBlocked === true}
              onOpen={() => track(dialog.store, 'connecting')}
            />
          )}
          {dialog?.action === 'delete' && <DeleteDialog store={dialog.store} />}
          {dialog?.action === 'disconnect' && (
            <DisconnectDialog store={dialog.store} onConfirm={() => void runCommand(dialog.store, 'disconnect')} />
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
