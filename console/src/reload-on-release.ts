const lastReloadKey = 'perennial.reloadedAt';
const pauseMs = 10_000;

/** A release replaces files that an open page loads only when it needs them: the page then begins anew, but not over and over. */
export function reloadOnRelease(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(lastReloadKey) ?? 0);
    if (Date.now() - last < pauseMs) return;
    sessionStorage.setItem(lastReloadKey, String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}
