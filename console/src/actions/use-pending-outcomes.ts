import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useLive } from '../api/live.tsx';
import type { Store, StoreChanged } from '../api/stores.ts';
import { useI18n } from '../messages/use-i18n.ts';

type Operation = 'adding' | 'connecting';
const noticeMs = 10_000;

/** The operations that this reader started and whose outcome is still to come, by store. */
export function usePendingOutcomes() {
  const { t } = useI18n();
  const { subscribe } = useLive();
  const navigate = useNavigate();
  const names = useRef(new Map<string, string>());
  const [pending, setPending] = useState<ReadonlyMap<string, Operation>>(new Map());

  const track = useCallback((store: Store, operation: Operation) => {
    names.current.set(store.id, store.name);
    setPending((old) => new Map(old).set(store.id, operation));
  }, []);

  useEffect(() => {
    const untrack = (id: string) => setPending((old) => new Map([...old].filter(([storeId]) => storeId !== id)));
    return subscribe(({ storeId, entry, store }: StoreChanged) => {
      const operation = pending.get(storeId);
      const name = store?.name ?? names.current.get(storeId) ?? '';
      if (!operation) return;
      const why = entry.reason?.text ?? '';
      if (operation === 'adding' && !store) {
        ToastQueue.negative(t('add.refused', { name, why }));
        untrack(storeId);
      } else if (entry.what === 'active' || entry.what === 'renewed') {
        ToastQueue.positive(t('connect.done', { name }), {
          timeout: noticeMs,
          actionLabel: t('action.view'),
          onAction: () => void navigate(`/stores/${storeId}`),
          shouldCloseOnAction: true,
        });
        untrack(storeId);
      } else if (entry.what === 'authorization_refused') {
        const stillWorks = store?.status === 'active' || store?.status === 'renewal_due';
        ToastQueue.negative(t(stillWorks ? 'connect.notRenewed' : 'connect.refused', { name, why }));
        untrack(storeId);
      }
    });
  }, [subscribe, navigate, t, pending]);

  const isConnecting = useCallback((id: string) => pending.get(id) === 'connecting', [pending]);
  return { track, isConnecting };
}
