/** The page of a workflow for operators, or undefined when the server names no Temporal UI. */
export function temporalUiUrl(workflowId: string, namespace = 'default'): string | undefined {
  const base = document.querySelector<HTMLMetaElement>('meta[name="temporal-ui-url"]')?.content;
  if (!base) return undefined;
  return `${base.replace(/\/$/, '')}/namespaces/${encodeURIComponent(namespace)}/workflows/${encodeURIComponent(workflowId)}`;
}
