import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { usePreferences } from '../shell/preferences.tsx';
import { CacheUpdater } from './cache-updater.ts';
import { setApiLanguage } from './client.ts';
import { followSharedEvents } from './shared-events.ts';
import type { Store, StoreChanged } from './stores.ts';

type Listener = (change: StoreChanged) => void;

interface Live {
  /** True once the event stream has been away for longer than a hiccup. */
  readonly isLost: boolean;
  /** Shows a store from a response before its event arrives. */
  readonly putStore: (store: Store) => void;
  /** Returns the function that unsubscribes. */
  readonly subscribe: (listener: Listener) => () => void;
}

const LiveContext = createContext<Live | undefined>(undefined);
const lostAfterMs = 3000;

/** Follows the event stream in the reader's language and keeps every query of the page up to date with it. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const { language } = usePreferences();
  const updater = useMemo(() => new CacheUpdater(queries), [queries]);
  const listeners = useRef(new Set<Listener>());
  const [isLost, setLost] = useState(false);

  useEffect(() => {
    setApiLanguage(language);
    updater.refetchAll();
    let lostTimer: ReturnType<typeof setTimeout> | undefined;
    const stop = followSharedEvents(language, {
      onOpen(missed) {
        clearTimeout(lostTimer);
        lostTimer = undefined;
        setLost(false);
        if (missed) updater.refetchAll();
      },
      onLost() {
        lostTimer ??= setTimeout(() => setLost(true), lostAfterMs);
      },
      onChange(change) {
        updater.apply(change);
        for (const listener of listeners.current) listener(change);
      },
    });
    return () => {
      clearTimeout(lostTimer);
      setLost(false);
      stop();
    };
  }, [updater, language]);

  const live = useMemo<Live>(
    () => ({
      isLost,
      putStore: (store) => updater.putStore(store),
      subscribe(listener) {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [updater, isLost],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive needs a LiveProvider around it.');
  return live;
}
