import { useEffect, useState } from 'react';

/** The time, again every so often: what is shown as "left" must not stand still. */
export function useNow(everyMs = 15_000): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return nowMs;
}
