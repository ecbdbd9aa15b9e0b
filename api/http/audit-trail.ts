import { randomUUID } from 'node:crypto';
import type { Application, Request } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ActorName } from '../../domain/actors.ts';
import type { AuditChanges, AuditIntent, AuditTarget } from '../../domain/audit.ts';
import type { ApiDeps } from '../deps.ts';
import type { Actor } from './actor.ts';
import { clientAddress, clientKey } from './client-address.ts';
import { toProblem } from './to-problem.ts';

/** Of one caller, and of all callers that could be authenticated, or could not, each in this process. */
const maxRefusals = { ofCaller: 10, ofAll: 200, windowSeconds: 3600 };

export interface AuditedAction extends Pick<AuditIntent, 'action' | 'target'> {
  readonly actor?: Actor;
}

interface OpenEntry {
  readonly id: string;
  targetId?: string;
  changes?: AuditChanges;
}

type Deps = Pick<ApiDeps, 'audit' | 'log'>;

/** Writes the audit log for one app. */
class AuditTrail {
  readonly #deps: Deps;
  readonly #open = new WeakMap<Request, OpenEntry>();
  readonly #ofCaller = new RateLimiterMemory({ points: maxRefusals.ofCaller, duration: maxRefusals.windowSeconds });
  readonly #ofAll = new RateLimiterMemory({ points: maxRefusals.ofAll, duration: maxRefusals.windowSeconds });
  #omitted = 0;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  entryOf(request: Request): OpenEntry | undefined {
    return this.#open.get(request);
  }

  async record<T>(request: Request, action: AuditedAction, change: () => Promise<T>): Promise<T> {
    const entry: OpenEntry = { id: randomUUID() };
    await this.#deps.audit.insertIntent({ id: entry.id, ...origin(request, action) });
    this.#open.set(request, entry);
    try {
      const result = await change();
      await this.#settle(entry, 'done');
      return result;
    } catch (error) {
      await this.#settle(entry, changedNothing(error) ? 'nothing' : 'uncertain');
      throw error;
    }
  }

  async refuse(request: Request, action: AuditedAction): Promise<void> {
    const caller = action.actor ? `actor ${action.actor.name}` : clientKey(request);
    const group = action.actor ? 'authenticated' : 'anonymous';
    if (!(await hasRoom(this.#ofCaller, caller)) || !(await hasRoom(this.#ofAll, group))) {
      this.#omitted += 1;
      return;
    }
    const omitted = this.#omitted;
    this.#omitted = 0;
    await this.#deps.audit.recordRefusal(origin(request, action), omitted).catch((error: unknown) => {
      this.#deps.log.warn({ err: error, action: action.action }, 'A refusal could not be written to the audit log');
    });
  }

  /** What cannot be written now is left to the worker, as `uncertain`: the change was made, and the caller gets the answer for it. */
  async #settle({ id, targetId, changes }: OpenEntry, outcome: 'done' | 'uncertain' | 'nothing'): Promise<void> {
    const { audit, log } = this.#deps;
    try {
      await (outcome === 'nothing' ? audit.discardIntent(id) : audit.settleIntent(id, { outcome, targetId, changes }));
    } catch (error) {
      log.warn({ err: error }, 'The outcome of a change could not be written to the audit log; the worker does it');
    }
  }
}

const trails = new WeakMap<Application, AuditTrail>();

export function keepAuditTrail(app: Application, deps: Deps): void {
  trails.set(app, new AuditTrail(deps));
}

/** Makes a change and writes it to the audit log. What the caller did wrong, and so changed nothing, is left out. */
export function audited<T>(request: Request, action: AuditedAction, change: () => Promise<T>): Promise<T> {
  return trailOf(request).record(request, action, change);
}

/** A refused token, sign-in or role. A flood of them is counted, not written. */
export function auditRefusal(request: Request, action: AuditedAction): Promise<void> {
  return trailOf(request).refuse(request, action);
}

/** Describes the change that is being made. `targetId`: of a thing that is new. Never a secret or an e-mail address. */
export function describeChange(request: Request, change: { targetId?: string; changes?: AuditChanges }): void {
  Object.assign(trailOf(request).entryOf(request) ?? {}, change);
}

/** For a command to a workflow: the timeline finds the actor by it. */
export function auditIdOf(request: Request): string | undefined {
  return trailOf(request).entryOf(request)?.id;
}

/** `/v1/stores/{id}/check` with an id: the store with that id. */
export function targetOf(path: string, params: unknown): AuditTarget {
  const [, , resource = ''] = path.split('/');
  const [id] = Object.values(Object(params));
  // Of a refused caller it may be any text.
  const isId = typeof id === 'string' && /^[\w-]{1,100}$/.test(id);
  return {
    kind: resource
      .replace(/\.\w+$/, '')
      .replaceAll('-', '_')
      .replace(/s$/, ''),
    ...(isId && { id }),
  };
}

export function toActorName({ name, tokenId, person }: Actor): ActorName {
  if (person) return { kind: 'person', name };
  return { kind: tokenId === undefined ? 'admin' : 'token', name };
}

function trailOf({ app }: Request): AuditTrail {
  const trail = trails.get(app);
  if (!trail) throw new Error('This app keeps no audit trail.');
  return trail;
}

function origin(request: Request, { action, actor, target }: AuditedAction): Omit<AuditIntent, 'id'> {
  const requestId = request.res?.get('X-Request-Id') ?? '';
  return { action, target, actor: actor && toActorName(actor), address: clientAddress(request), requestId };
}

function changedNothing(error: unknown): boolean {
  const { code, status } = toProblem(error);
  return status < 500 || code === 'commerce_unavailable';
}

async function hasRoom(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  return limiter.consume(key).then(
    () => true,
    (rejection: unknown) => {
      if (rejection instanceof RateLimiterRes) return false;
      throw rejection;
    },
  );
}
