/** An empty tab that cannot reach back to us, or undefined when the browser forbids it. */
export function openTab(title: string): Window | undefined {
  const tab = window.open('', '_blank');
  if (!tab) return undefined;
  tab.opener = null;
  tab.document.title = title;
  return tab;
}
