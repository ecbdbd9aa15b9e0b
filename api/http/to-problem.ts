import { TemporalUnavailable } from '../../adapters/temporal/temporal-unavailable.ts';
import { CommerceUnavailable } from '../../domain/commerce.ts';
import { InvalidCursor } from '../../domain/paging.ts';
import { Problem } from './problem.ts';

/** Anything but the expected errors is a bug: `internal_error`. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TemporalUnavailable) return new Problem('temporal_unavailable', undefined, { cause: error });
  if (error instanceof CommerceUnavailable)
    return new Problem('commerce_unavailable', commerceDetail(error), { cause: error });
  if (error instanceof InvalidCursor)
    return new Problem('invalid_query', error.message, { errors: [{ pointer: '/cursor', detail: error.message }] });
  if (isDatabaseUnavailable(error)) return new Problem('database_unavailable', undefined, { cause: error });
  return fromExpress(error) ?? new Problem('internal_error', undefined, { cause: error });
}

function commerceDetail({ kind }: CommerceUnavailable): string {
  if (kind === 'refused')
    return 'Adobe Commerce refuses our integration. An administrator of Commerce has to check its keys and permissions.';
  return 'Adobe Commerce does not answer. Try again in a moment; nothing was changed.';
}

/** Node's codes of a lost connection, and PostgreSQL's classes 08, 53 and 57 (connection, resources, intervention). */
const connectionErrorCodes =
  /^(ECONN\w+|ENOTFOUND|EPIPE|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|08\w{3}|53\w{3}|57\w{3}|25006)$/;
const connectionErrorMessages =
  /timeout exceeded when trying to connect|connection terminated|query read timeout|timeout acquiring|unable to acquire a connection/i;

function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isDatabaseUnavailable)) return true;
  if ('code' in error && typeof error.code === 'string' && connectionErrorCodes.test(error.code)) return true;
  return error.name === 'KnexTimeoutError' || connectionErrorMessages.test(error.message);
}

/** Express and its body parser set a status on errors that the caller caused. */
function fromExpress(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  const { status } = error;
  if (status === 413) return new Problem('body_too_large', undefined, { cause: error });
  if (status === 415) return new Problem('unsupported_media_type', undefined, { cause: error });
  if ('type' in error && error.type === 'entity.parse.failed')
    return new Problem('invalid_json', undefined, { cause: error });
  return status >= 400 && status < 500 ? new Problem('malformed_request', undefined, { cause: error }) : undefined;
}
