import { ToastQueue } from '@react-spectrum/s2/Toast';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useLive } from '../api/live.tsx';
import type { Store, StoreChanged } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';

type Waiting = 'added' | 'connecting';
const noticeMs = 10_000;

/** Stores whose next outcome this reader waits for, because they began it here. */
export function useFollowed() {
  const { say } = useWords();
  const { listen } = useLive();
  const navigate = useNavigate();
  const names = useRef(new Map<string, string>());
  const [waiting, setWaiting] = useState<ReadonlyMap<string, Waiting>>(new Map());

  const follow = useCallback((store: Store, what: Waiting) => {
    names.current.set(store.id, store.name);
    setWaiting((old) => new Map(old).set(store.id, what));
  }, []);

  useEffect(() => {
    const forget = (id: string) => setWaiting((old) => new Map([...old].filter(([each]) => each !== id)));
    return listen(({ storeId, entry, store }: StoreChanged) => {
      const what = waiting.get(storeId);
      const name = store?.name ?? names.current.get(storeId) ?? '';
      if (!what) return;
      const why = entry.reason?.text ?? '';
      if (what === 'added' && !store) {
        ToastQueue.negative(say('add.refused', { name, why }));
        forget(storeId);
      } else if (entry.what === 'active' || entry.what === 'renewed') {
        ToastQueue.positive(say('connect.done', { name }), {
          timeout: noticeMs,
          actionLabel: say('action.view'),
          onAction: () => void navigate(`/stores/${storeId}`),
          shouldCloseOnAction: true,
        });
        forget(storeId);
      } else if (entry.what === 'authorization_refused') {
        const stillWorks = store?.status === 'active' || store?.status === 'renewal_due';
        ToastQueue.negative(say(stillWorks ? 'connect.notRenewed' : 'connect.refused', { name, why }));
        forget(storeId);
      }
    });
  }, [listen, navigate, say, waiting]);

  const isConnecting = useCallback((id: string) => waiting.get(id) === 'connecting', [waiting]);
  return { follow, isConnecting };
}
