import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { usePreferences } from '../shell/preferences.tsx';
import { ChangeApplier } from './apply-change.ts';
import { speak } from './client.ts';
import { followSharedEvents } from './shared-events.ts';
import type { Store, StoreChanged } from './stores.ts';

type Listener = (change: StoreChanged) => void;

interface Live {
  /** True once the stream has been away long enough to worry a reader. */
  readonly isLost: boolean;
  /** Shows a store that an answer brought, before its event arrives. */
  readonly putStore: (store: Store) => void;
  readonly listen: (listener: Listener) => () => void;
}

const LiveContext = createContext<Live | undefined>(undefined);
const worryAfterMs = 3000;

/** Follows the event stream in the reader's language and keeps every query of the page up to date with it. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const { language } = usePreferences();
  const applier = useMemo(() => new ChangeApplier(queries), [queries]);
  const listeners = useRef(new Set<Listener>());
  const [isLost, setLost] = useState(false);

  useEffect(() => {
    speak(language);
    applier.askForEverything();
    let worry: ReturnType<typeof setTimeout> | undefined;
    const stop = followSharedEvents(language, {
      onOpen(missed) {
        clearTimeout(worry);
        worry = undefined;
        setLost(false);
        if (missed) applier.askForEverything();
      },
      onLost() {
        worry ??= setTimeout(() => setLost(true), worryAfterMs);
      },
      onChange(change) {
        applier.apply(change);
        for (const listener of listeners.current) listener(change);
      },
    });
    return () => {
      clearTimeout(worry);
      setLost(false);
      stop();
    };
  }, [applier, language]);

  const live = useMemo<Live>(
    () => ({
      isLost,
      putStore: (store) => applier.putStore(store),
      listen(listener) {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [applier, isLost],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive needs a LiveProvider around it.');
  return live;
}
