const lastReloadKey = 'perennial.reloadedAt';
const minIntervalMs = 10_000;

/** After a release, files that an open page has yet to load are gone. The page then reloads, but not in a loop. */
export function reloadOnRelease(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(lastReloadKey) ?? 0);
    if (Date.now() - last < minIntervalMs) return;
    sessionStorage.setItem(lastReloadKey, String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}
