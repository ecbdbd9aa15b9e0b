/** Opens an empty tab without access to this page; undefined when the browser blocks it. */
export function openTab(title: string): Window | undefined {
  const tab = window.open('', '_blank');
  if (!tab) return undefined;
  tab.opener = null;
  tab.document.title = title;
  return tab;
}
