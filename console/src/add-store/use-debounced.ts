import { useEffect, useState } from 'react';

/** The value once it has rested for a while, as typing does. */
export function useDebounced<T>(value: T, pauseMs = 300): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), pauseMs);
    return () => clearTimeout(timer);
  }, [pauseMs, value]);
  return rested;
}
