/**
 * The code of a failed request, such as `ECONNREFUSED`, from the error or from its cause, where `fetch` puts it. Error
 * messages are not safe to show: they may quote a header, and with it a token.
 */
export function networkErrorCode(error: unknown): string | undefined {
  return codeOf(error) ?? (error instanceof Error ? codeOf(error.cause) : undefined);
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' && /^\w+$/.test(error.code) ? error.code : undefined;
}
