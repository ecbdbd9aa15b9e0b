import { heartbeat, log, sleep } from '@temporalio/activity';
import type { WaitingLine } from '../adapters/postgres/imports/lines.ts';
import type { Repositories } from '../adapters/postgres/index.ts';
import { CommerceUnavailable } from '../domain/commerce.ts';
import { type FieldError, summarizeFieldErrors } from '../domain/field-error.ts';
import type { Reason } from '../domain/reasons.ts';
import { periodFrom } from '../domain/renewal-schedule.ts';
import {
  differingFields,
  groupLines,
  type LineCounts,
  lineKeys,
  type LineResult,
  maxLineFailures,
  refusedLine,
} from '../domain/store-import.ts';
import {
  type AuthorizationLookup,
  type CommerceLookup,
  validateAgainstCommerce,
  validateImportedPeriod,
  validateSeller,
} from '../domain/store-settings-validation.ts';
import { reasonText } from '../locales/reason-text.ts';
import type { ImportActivities } from './contract.ts';
import { AmazonFault, SecretVaultError, type WorkflowStarter } from './ports.ts';
import { type ProofResult, proveSeller, type ProveSellerDeps } from './prove-seller.ts';
import { isBelieved, refusalFault } from './refusals.ts';
import { toApplicationFailure } from './to-application-failure.ts';
import { withHeartbeat } from './with-heartbeat.ts';

const maxLinesPerBatch = 100;
const concurrency = 5;

export interface ImportActivityDeps extends ProveSellerDeps {
  readonly imports: Pick<
    Repositories['imports'],
    'listWaitingLines' | 'openImportedToken' | 'requestStore' | 'settleLine' | 'countFailure' | 'countLines'
  >;
  readonly stores: Pick<Repositories['stores'], 'findStoreByName'>;
  readonly catalog: CommerceLookup;
  readonly authorizations: AuthorizationLookup &
    Pick<Repositories['authorizations'], 'loadPreviousToken' | 'isAnyClaimed'>;
  readonly temporal: Pick<WorkflowStarter, 'createStore'>;
  /** Length of the year of an authorization, milliseconds. */
  readonly yearMs: number;
  /** Limits the load of an import on the other users of the system. */
  readonly importLinesPerSecond: number;
}

export function createImportActivities(deps: ImportActivityDeps): ImportActivities {
  return { importRows: (importId) => withHeartbeat(() => importNextLines(deps, importId)) };
}

/** Treats each line as `POST /v1/stores` would. A further attempt finds what an earlier one has done. */
async function importNextLines(deps: ImportActivityDeps, importId: string): Promise<LineCounts> {
  const { imports, importLinesPerSecond } = deps;
  const lines = await imports.listWaitingLines(importId, maxLinesPerBatch);
  const commerce = await loadCommerce(deps, lines.length);
  const failures: { readonly line: WaitingLine; readonly error: unknown }[] = [];
  for (const group of groupLines(lines, concurrency)) {
    // The first of two lines for the same store must win, also when it has to be tried again.
    const failedKeys = new Set(failures.flatMap(({ line }) => lineKeys(line.request)));
    const ready = group.filter(({ request }) => !lineKeys(request).some((key) => failedKeys.has(key)));
    await Promise.all([
      sleep((ready.length / importLinesPerSecond) * 1000),
      ...ready.map(async (line) => {
        try {
          const attempt = importLine({ ...deps, catalog: commerce }, importId, line);
          const result = await attempt.catch(refuseUnreadableToken);
          await imports.settleLine(importId, line.line, result);
        } catch (error) {
          failures.push({ line, error });
        }
      }),
    ]);
    heartbeat();
  }
  for (const { line, error } of failures) await recordFailure(imports, importId, line, error);
  // Only after all lines: one that fails delays no other, and none is still running at the next attempt.
  const [failed] = failures;
  if (failed) throw toApplicationFailure(failed.error);
  return imports.countLines(importId);
}

/** A line that fails for good, before anything was done for it, is refused after `maxLineFailures`. */
async function recordFailure(
  imports: ImportActivityDeps['imports'],
  importId: string,
  { line, store }: WaitingLine,
  error: unknown,
): Promise<void> {
  const isOutage = error instanceof CommerceUnavailable || error instanceof AmazonFault;
  if (isOutage || store.kind !== 'none') return;
  const count = await imports.countFailure(importId, line);
  if (count < maxLineFailures) return;
  log.error('A line of an import was refused because it failed again and again', {
    importId,
    line,
    error: String(error),
  });
  await imports.settleLine(importId, line, refusedLine('internal_error', refusedAfterFailures));
}

const refusedAfterFailures = `The row failed ${maxLineFailures} times. Import it again in a new file; if it fails again, an operator finds the cause in the worker's log.`;

/** It does not wait for its key: the file is at hand and can be imported again. */
function refuseUnreadableToken(error: unknown): LineResult {
  if (error instanceof SecretVaultError) return refusedLine('authorization_unreadable', unreadableToken);
  throw error;
}

const unreadableToken =
  'The refresh token of this row can no longer be opened in the database. Import the row again in a new file.';

/** Loads the websites once for all lines. Throws while Commerce is down; the lines then wait for the next attempt. */
async function loadCommerce({ catalog }: ImportActivityDeps, lineCount: number): Promise<CommerceLookup> {
  const websites = lineCount > 0 ? await catalog.listWebsites() : [];
  return { listWebsites: async () => websites, findAttribute: catalog.findAttribute };
}

async function importLine(deps: ImportActivityDeps, importId: string, line: WaitingLine): Promise<LineResult> {
  const { imports, stores, temporal, yearMs } = deps;
  const { request, storeId, store, authorizedAt } = line;
  if (store.kind === 'created') return { outcome: 'created', storeId };
  if (store.kind === 'refused') return toRefusal(stores, line, store.reason);
  if (store.kind === 'none') {
    const existing = await compareWithNamesake(stores, line);
    if (existing) return existing;
    const errors = await validateLine(deps, line);
    if (errors.length > 0) return refusedLine('invalid_body', summarizeFieldErrors(errors), errors);
    const period = authorizedAt === undefined ? undefined : periodFrom(authorizedAt, yearMs);
    const proof = period && (await proveImportedToken(deps, importId, line));
    if (proof?.outcome === 'refused' && proof.reason.code === 'seller_mismatch')
      return refusedLine(proof.reason.code, reasonText(proof.reason, 'en'));
    // A token that Amazon refuses proves nothing: the store of the line waits for its seller.
    const sellerProof = proof?.outcome === 'accepted' ? proof.sellerProof : undefined;
    await imports.requestStore(importId, line, period, sellerProof);
  }
  const { name, website, country, sellerId } = request;
  const creation = await temporal.createStore({
    v: 1,
    storeId,
    name,
    website,
    country,
    ...(sellerId !== undefined && { sellerId }),
  });
  return creation.outcome === 'created' ? { outcome: 'created', storeId } : toRefusal(stores, line, creation.reason);
}

/** Throws `AmazonFault` while Amazon gives no answer or has a spell; the line then waits for the next attempt. */
async function proveImportedToken(
  deps: ImportActivityDeps,
  importId: string,
  { line, request: { sellerId, country } }: WaitingLine,
): Promise<ProofResult | undefined> {
  const refreshToken = await deps.imports.openImportedToken(importId, line);
  if (refreshToken === undefined || sellerId === undefined) return undefined;
  const previousToken = await deps.authorizations.loadPreviousToken(sellerId, country);
  const proof = await proveSeller(deps, { refreshToken, country, sellerId, claimedBy: 'file', previousToken });
  const refusal = proof.outcome === 'refused' ? proof.refusal : undefined;
  if (refusal?.kind === 'token_refused' && !isBelieved(refusal)) throw refusalFault(refusal);
  return proof;
}

async function validateLine(
  { authorizations, catalog, yearMs }: ImportActivityDeps,
  { request, authorizedAt }: WaitingLine,
): Promise<readonly FieldError[]> {
  const [errors, authorizationError] = await Promise.all([
    validateAgainstCommerce(catalog, request),
    authorizedAt === undefined
      ? validateSeller(authorizations, request)
      : validateImportedPeriod(authorizedAt, Date.now(), yearMs),
  ]);
  return authorizationError ? [...errors, authorizationError] : errors;
}

/** The name may have been taken since it was checked: by an earlier line, or by another import of the same file. */
async function toRefusal(stores: ImportActivityDeps['stores'], line: WaitingLine, reason: Reason): Promise<LineResult> {
  const existing = reason.code === 'store_name_taken' ? await compareWithNamesake(stores, line) : undefined;
  return existing ?? refusedLine(reason.code, reasonText(reason, 'en'));
}

async function compareWithNamesake(
  stores: ImportActivityDeps['stores'],
  { request }: WaitingLine,
): Promise<LineResult | undefined> {
  const namesake = await stores.findStoreByName(request.name);
  if (!namesake) return undefined;
  const errors = differingFields(request, namesake);
  if (errors.length === 0) return { outcome: 'already_there', storeId: namesake.id };
  const fields = errors.map(({ pointer }) => pointer.slice(1)).join(', ');
  const detail = `A store named "${namesake.name}" exists already and differs in: ${fields}. Change the store or the row.`;
  return refusedLine('store_name_taken', detail, errors);
}
